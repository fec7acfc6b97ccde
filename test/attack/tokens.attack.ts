import { exportJWK, exportSPKI, SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { assertionOf, enrolDevice, newKey, rating, requestToken } from "../support/device.ts";
import { openJune } from "../support/june.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";
import { inUrn } from "./rig.ts";

let api: TestApp;
let device: Awaited<ReturnType<typeof enrolDevice>>;
beforeEach(async () => {
  api = await createTestApp();
  device = await openJune(api);
});
afterEach(() => api.close());

const stored = async () => (await inUrn(api.folder, "SELECT count(*) AS n FROM ballot"))[0]?.n;

/** What a thief who knows every public thing can make of a token. */
async function forgeries(): Promise<[string, string][]> {
  const now = Math.floor(api.clock() / 1000);
  const claims = {
    iss: "wanping",
    aud: "wanping-device",
    sub: "device-01",
    credential: device.key.thumbprint,
    mode: "live",
    iat: now,
    exp: now + 3600,
  };
  const utf8 = new TextEncoder();
  const sign = (secret: Uint8Array | CryptoKey, alg: string, changes: object = {}) =>
    new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg }).sign(secret);
  const secret = await api.keys.deviceToken();
  const publicText = await exportSPKI(device.key.publicKey);
  const publicJwk = JSON.stringify(await exportJWK(device.key.publicKey));
  return [
    ["no algorithm", new UnsecuredJWT(claims).encode()],
    ["a guessed secret", await sign(utf8.encode("secret-secret-secret-secret-secret"), "HS256")],
    ["the public key as a secret, PEM", await sign(utf8.encode(publicText), "HS256")],
    ["the public key as a secret, JWK", await sign(utf8.encode(publicJwk), "HS256")],
    ["the device's own key", await sign(device.key.privateKey, "ES256")],
    ["a stranger's key", await sign((await newKey()).privateKey, "ES256")],
    ["another hash", await sign(secret, "HS512")],
    ["expired", await sign(secret, "HS256", { iat: now - 7200, exp: now - 61 })],
    ["never expiring", await sign(secret, "HS256", { exp: undefined })],
    ["of another audience", await sign(secret, "HS256", { aud: "wanping-organiser" })],
    ["of another issuer", await sign(secret, "HS256", { iss: "elsewhere" })],
    ["of another key", await sign(secret, "HS256", { credential: "x" })],
    ["of another device", await sign(secret, "HS256", { sub: "device-02" })],
    ["of the window's secret", await sign(await api.keys.windowToken(), "HS256")],
  ];
}

test("no forged, expired, foreign or confused token casts a ballot", async () => {
  for (const [name, token] of await forgeries()) {
    const answer = await device.send("POST", "/v1/ballots", rating(), token);
    expect([name, answer.status]).toEqual([name, 401]);
  }
  expect(await stored()).toBe(0);
});

test("a stolen key is worth nothing once its device is revoked: no token, no rotation, no ballot by a token bought before", async () => {
  const hoarded = await device.newToken();
  const fresh = await newKey();
  const assertion = await assertionOf(api, "device-01", device.key, {
    aud: "http://localhost/v1/device/keys",
    cnf: { jkt: fresh.thumbprint },
  });
  const why = { role: "test", reason: "stolen" };
  await api.asOrganiser("POST", "/v1/devices/device-01/revocation", why);
  const token = await requestToken(api, await assertionOf(api, "device-01", device.key));
  const rotation = await device.send("POST", "/v1/device/keys", {
    publicKey: fresh.jwk,
    assertion,
  });
  const cast = await device.send("POST", "/v1/ballots", rating(), hoarded);
  expect([token.status, rotation.status, cast.status]).toEqual([401, 401, 401]);
  expect(await stored()).toBe(0);
});

test("a device rates no unit but its own, whatever it claims", async () => {
  const other = await enrolDevice(api, "device-02", { units: ["unit-002"] });
  const about = (unit: string) => ({ answers: { kind: "levels", unit, level: "satisfied" } });
  const refused = [
    rating(about("unit-001")),
    rating(about("unit-900")),
    rating(about("unit-404")),
    rating({ ...about("unit-002"), ratedAt: "2020-05-31T23:59:59+08:00" }),
    rating({ ...about("unit-002"), programme: "elsewhere" }),
    rating({ ...about("unit-002"), channel: "system_default" }),
  ];
  for (const ballot of refused) {
    expect((await other.cast(ballot)).status).toBeGreaterThanOrEqual(400);
  }
  expect(await stored()).toBe(0);
});

test("a clock hours off neither loses a rating nor moves it to another day", async () => {
  for (const [index, hours] of [-30, -5, 5, 11, 30].entries()) {
    const kiosk = await enrolDevice(api, `kiosk-${index}`);
    const skewed = (instant: number) => new Date(instant + hours * 3_600_000).toISOString();
    const beat = { deviceTime: skewed(api.clock()), backlog: 1 };
    expect((await kiosk.send("POST", "/v1/device/heartbeats", beat)).status).toBe(200);
    const cast = await kiosk.cast(rating({ ratedAt: skewed(api.clock() - 60_000) }));
    expect([hours, cast.status]).toEqual([hours, 201]);
  }
  const days = await inUrn(api.folder, "SELECT DISTINCT visited_on AS day FROM ballot");
  expect(days).toEqual([{ day: "2020-06-01" }]);
});
