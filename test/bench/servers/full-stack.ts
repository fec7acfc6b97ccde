import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { createApp } from "../../../api/app.ts";
import { createKeys } from "../../../api/keys/keys.ts";
import { listen } from "../../../api/node/serve.ts";
import { openEmbeddedStore } from "../../../api/store/open-embedded.ts";
import { type Caller, enrolDevice } from "../../support/device.ts";
import { openJune } from "../../support/june.ts";
import { createMemoryKeyPlace } from "../../support/test-app.ts";

/** The whole service on Node, with June open and a device for each connection. */
const begun = Date.now();
const noon = Date.parse("2020-06-03T12:00:00+08:00");
const clock = () => noon + (Date.now() - begun);
const pair = await generateKeyPair("ES256", { extractable: true });
const kid = "bench";
const keys = createKeys({
  place: createMemoryKeyPlace(),
  masterSecret: new Uint8Array(32).fill(7),
  organiserPublicKeys: [{ ...(await exportJWK(pair.publicKey)), alg: "ES256", kid }],
});
export const app = createApp({
  store: await openEmbeddedStore(process.env.DATA_DIR ?? ""),
  clock,
  keys,
  county: { name: "Bench", timeZone: "Asia/Shanghai" },
  // The limit is counted and never reached.
  rateLimits: { public: 1e9, credential: 1e9 },
});

const request: Caller["request"] = async (method, path, { json, headers, body } = {}) =>
  app.request(path, {
    method,
    headers: { ...(json !== undefined && { "content-type": "application/json" }), ...headers },
    ...(json !== undefined ? { body: JSON.stringify(json) } : body !== undefined && { body }),
  });
const organiser = await new SignJWT({})
  .setProtectedHeader({ alg: "ES256", kid })
  .setIssuer("wanping")
  .setAudience("wanping-organiser")
  .setSubject("bench")
  .setIssuedAt(Math.floor(clock() / 1000))
  .setExpirationTime(Math.floor(clock() / 1000) + 3600)
  .sign(pair.privateKey);
const api: Caller = {
  clock,
  request,
  asOrganiser: (method, path, json) =>
    request(method, path, { json, headers: { authorization: `Bearer ${organiser}` } }),
};
const tokens = [(await openJune(api)).token];
for (let index = 1; index < 64; index += 1) {
  tokens.push((await enrolDevice(api, `device-${index + 100}`)).token);
}
const server = await listen({ host: "127.0.0.1", port: 0 });
server.answerWith(app.fetch);
process.send?.({ address: server.address, tokens });
