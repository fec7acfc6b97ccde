import { SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { assertionOf, type Claims, enrolDevice, newKey, requestToken } from "../support/device.ts";
import { seedRounds } from "../support/seed.ts";
import { createTestApp, start, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  await seedRounds(api.folder);
});
afterEach(() => api.close());

test.each(["ES256", "EdDSA"] as const)(
  "a device with a key for %s gets a token of an hour",
  async (algorithm) => {
    const { key, send } = await enrolDevice(api, "device-01", { algorithm });
    const answer = await requestToken(api, await assertionOf(api, "device-01", key));
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { access_token, ...rest } = await answer.json();
    expect(rest).toEqual({ token_type: "Bearer", expires_in: 3600 });
    expect((await send("GET", "/v1/device", undefined, access_token)).status).toBe(200);
    api.clock.set("2020-06-01T10:01:01+08:00");
    expect((await send("GET", "/v1/device", undefined, access_token)).status).toBe(401);
  },
);

test("an assertion buys one token, also after a restart of its memory", async () => {
  const { key } = await enrolDevice(api, "device-01");
  const assertion = await assertionOf(api, "device-01", key);
  const answers = await Promise.all([1, 2, 3].map(() => requestToken(api, assertion)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
});

const seconds = Math.floor(start / 1000);
const wrong: [why: string, claims: Claims][] = [
  ["is meant for another server", { aud: "https://elsewhere.example/v1/token" }],
  ["names another issuer", { iss: "device-02" }],
  ["names another device", { sub: "device-02", iss: "device-02" }],
  ["has expired", { iat: seconds - 200, exp: seconds - 61 }],
  ["lives longer than five minutes", { exp: seconds + 301 }],
  ["was made in the future", { iat: seconds + 61, exp: seconds + 120 }],
  ["was made long ago", { iat: seconds - 3600, exp: seconds + 60 }],
  ["never expires", { exp: undefined }],
  ["does not say when it was made", { iat: undefined }],
  ["has no number", { jti: undefined }],
  ["has an endless number", { jti: "x".repeat(201) }],
];

test.each(wrong)("an assertion that %s buys nothing", async (_, claims) => {
  const { key } = await enrolDevice(api, "device-01");
  await enrolDevice(api, "device-02");
  const answer = await requestToken(api, await assertionOf(api, "device-01", key, claims));
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: "invalid_client", error: "invalid_client" });
});

test("an assertion by another key, by no key, or by the public key as a secret buys nothing", async () => {
  const { key } = await enrolDevice(api, "device-01");
  const claims = { iss: "device-01", sub: "device-01", aud: "/v1/token", jti: "1" };
  const stranger = await assertionOf(api, "device-01", await newKey());
  const unsigned = new UnsecuredJWT(claims).setIssuedAt(seconds).setExpirationTime(seconds + 60);
  const confused = new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 60);
  const secret = new TextEncoder().encode(JSON.stringify(key.jwk));
  for (const assertion of [stranger, unsigned.encode(), await confused.sign(secret), "a.b.c"]) {
    expect((await requestToken(api, assertion)).status).toBe(401);
  }
});

test("whatever an assertion claims to be from, signed or not, it is refused in the same words and disturbs nothing", async () => {
  const { key } = await enrolDevice(api, "device-01");
  const encoded = (text: string) => Buffer.from(text).toString("base64url");
  const unsigned = [
    '{"a":1}',
    '["device-01"]',
    "1e400",
    "7",
    "true",
    '"no-such-device"',
    '"\\u0000"',
  ]
    .map((sub) => `{"iss":${sub},"sub":${sub},"aud":"/","iat":${seconds}}`)
    .map((claims) => `${encoded('{"alg":"ES256"}')}.${encoded(claims)}.AAAA`);
  const numbers: Claims[] = [{ jti: ["x"] }, { jti: { length: 3 } }, { jti: 7 }, { jti: "" }];
  const signed = numbers.map((claims) => assertionOf(api, "device-01", key, claims));
  const told = new Set<string>();
  for (const assertion of [...unsigned, ...(await Promise.all(signed))]) {
    const answer = await requestToken(api, assertion);
    const { requestId, ...problem } = await answer.json();
    expect([answer.status, problem.code]).toEqual([401, "invalid_client"]);
    told.add(JSON.stringify(problem));
  }
  expect(told.size).toBe(1);
});

test("a clock within sixty seconds passes", async () => {
  const { key } = await enrolDevice(api, "device-01");
  for (const drift of [-60, 60]) {
    const claims = { iat: seconds + drift, exp: seconds + drift + 60 };
    const answer = await requestToken(api, await assertionOf(api, "device-01", key, claims));
    expect(answer.status).toBe(200);
  }
});

test("a device's token never opens what is an organiser's, nor an assertion anything", async () => {
  const device = await enrolDevice(api, "device-01");
  expect((await device.send("GET", "/v1/devices")).status).toBe(403);
  const assertion = await assertionOf(api, "device-01", device.key);
  expect((await device.send("GET", "/v1/device", undefined, assertion)).status).toBe(401);
});
