import { afterEach, expect, test } from "vitest";
import { assertionOf, type Caller, newKey } from "../support/device.ts";
import { castRatings, openJune, publishJune } from "../support/june.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const publicOrigin = "https://wanping.test";
const relay = "http://relay.example";
let api: TestApp;
afterEach(() => api.close());

/** A service that has, or has not, been told its public origin, and a device whose assertions name it. */
async function serviceAt(told?: string) {
  api = await createTestApp(told === undefined ? {} : { publicOrigin: told });
  const caller: Caller = { ...api, clock: api.clock, origin: () => told ?? "http://localhost" };
  return openJune(caller);
}

/** Asks for a token at one address with an assertion that was made for another. */
async function askAt(address: string, assertion: string) {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
  });
  const headers = { "accept-language": "en" };
  const answer = await api.app.request(`${address}/v1/token`, { method: "POST", body, headers });
  return { status: answer.status, answer: await answer.json() };
}

test.each([
  ["that knows its public origin", publicOrigin],
  ["that was not told any", undefined],
])("a service %s refuses an assertion that a relay had signed for itself", async (_, told) => {
  const { key } = await serviceAt(told);
  const forRelay = await assertionOf(api, "device-01", key, { aud: `${relay}/v1/token` });
  for (const host of [relay, publicOrigin, "http://localhost"]) {
    const { status, answer } = await askAt(host, forRelay);
    expect([status, answer.code]).toEqual([401, "invalid_client"]);
    expect(answer.detail).toContain(`${told ?? "http://localhost"}/v1/token`);
  }
});

test.each(["/v1/token", "wanping", "https://wanping.test", "http://wanping.test/v1/token"])(
  "an assertion that names no more than %s buys nothing",
  async (aud) => {
    const { key } = await serviceAt(publicOrigin);
    const assertion = await assertionOf(api, "device-01", key, { aud });
    expect((await askAt(publicOrigin, assertion)).status).toBe(401);
  },
);

test("an assertion for the public origin is good on whatever way it arrives, once", async () => {
  const { key } = await serviceAt(publicOrigin);
  const aud = { aud: `${publicOrigin}/v1/token` };
  const assertion = await assertionOf(api, "device-01", key, aud);
  expect((await askAt("http://127.0.0.1:8787", assertion)).status).toBe(200);
  expect((await askAt(publicOrigin, assertion)).status).toBe(401);
});

test("a key is rotated on a word for the public origin only", async () => {
  const { key, send } = await serviceAt(publicOrigin);
  const fresh = await newKey();
  const rotate = async (origin: string) => {
    const claims = { aud: `${origin}/v1/device/keys`, cnf: { jkt: fresh.thumbprint } };
    const assertion = await assertionOf(api, "device-01", key, claims);
    return (await send("POST", "/v1/device/keys", { publicKey: fresh.jwk, assertion })).status;
  };
  expect(await rotate("http://localhost")).toBe(401);
  expect(await rotate(publicOrigin)).toBe(201);
});

test("every printed address starts at the public origin, whatever the Host header says", async () => {
  const device = await serviceAt(publicOrigin);
  await castRatings(device, { "unit-001": { satisfied: 12 } });
  await publishJune(api);
  const read = async (path: string) => (await api.app.request(relay + path)).text();
  const page = await read("/rounds/june/units/unit-001");
  expect(page).toContain(`${publicOrigin}/v1/rounds/june/badges/unit-001`);
  const docs = await read("/docs");
  expect(docs).toContain(`HOST=${publicOrigin}`);
  const { servers } = JSON.parse(await read("/openapi.json"));
  expect(servers).toMatchObject([{ url: publicOrigin }]);
  for (const text of [page, docs]) expect(text).not.toContain("relay.example");
});
