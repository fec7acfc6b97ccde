import type { RouteConfig } from "@hono/zod-openapi";
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operations } from "../../schema/openapi.ts";
import { problemOf } from "../support/reading.ts";
import { rolesOf, tokensByRole } from "../support/roles.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const named = operations().map(
  (operation) => [operation.operationId ?? operation.path, operation] as const,
);
const secured = named.filter(([, operation]) => rolesOf(operation).length > 0);

let api: TestApp;
let tokens: Map<string, string>;
beforeAll(async () => {
  api = await createTestApp();
  tokens = await tokensByRole(api);
});
afterAll(() => api.close());

/** The operation as anybody can call it: what is asked for beyond the credential does not matter yet. */
async function call({ method, path }: RouteConfig, authorization?: string) {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  const answer = await api.request(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, "x"), {
    headers,
  });
  return answer.status < 400 ? "admitted" : (await problemOf(answer)).code;
}

test("only what the public must write can be written without a credential", () => {
  const open = named.filter(([, it]) => it.method !== "get" && rolesOf(it).length === 0);
  expect(open.map(([name]) => name).sort()).toEqual(["enrol", "issueToken", "lintProgramme"]);
});

test.each(secured)("%s admits nobody without a token", async (_, operation) => {
  expect(await call(operation)).toBe("unauthenticated");
  expect(await call(operation, "Basic b3JnYW5pc2VyOng=")).toBe("unauthenticated");
});

test.each(secured)("%s does not admit another role", async (_, operation) => {
  const others = [...tokens].filter(([role]) => !rolesOf(operation).includes(role));
  expect(others.length).toBeGreaterThan(0);
  for (const [, token] of others)
    expect(await call(operation, `Bearer ${token}`)).toBe("forbidden");
});

test.each(secured)("%s admits its own role", async (_, operation) => {
  for (const role of rolesOf(operation)) {
    const answer = await call(operation, `Bearer ${tokens.get(role)}`);
    expect(["unauthenticated", "forbidden"]).not.toContain(answer);
  }
});

/** Tokens as an attacker makes them, each wrong in one way. */
async function forgeries(): Promise<[string, string][]> {
  const now = Math.floor(api.clock() / 1000);
  const good = { iss: "wanping", sub: "organiser", iat: now, exp: now + 3600 };
  const organiser: JWTPayload = { ...good, aud: "wanping-organiser" };
  const device: JWTPayload = {
    ...good,
    aud: "wanping-device",
    credential: "key-01",
    mode: "live",
  };
  const header = (fields: object) => Buffer.from(JSON.stringify(fields)).toString("base64url");
  const hmac = (claims: JWTPayload, secret: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: "test-organiser" })
      .sign(new TextEncoder().encode(secret));
  const pem = await exportSPKI(api.organiserPublicKey);
  const jwk = JSON.stringify(await exportJWK(api.organiserPublicKey));
  const stranger = await generateKeyPair("ES256");
  const [, body = "", signature = ""] = (await api.organiserToken()).split(".");
  const real = tokens.get("device") ?? "";
  return [
    ["no algorithm", new UnsecuredJWT(organiser).encode()],
    ["no algorithm, as a device", new UnsecuredJWT(device).encode()],
    ["no algorithm over a real signature", `${header({ alg: "none" })}.${body}.${signature}`],
    ["HS256 with the public key as PEM", await hmac(organiser, pem)],
    ["HS256 with the public key as JWK", await hmac(organiser, jwk)],
    ["HS256 with the public key, as a device", await hmac(device, pem)],
    ["an empty secret", await hmac(device, " ")],
    [
      "a stranger's key under the organiser's name",
      await new SignJWT(organiser)
        .setProtectedHeader({ alg: "ES256", kid: "test-organiser" })
        .sign(stranger.privateKey),
    ],
    [
      "a key that the token brings along",
      await new SignJWT(organiser)
        .setProtectedHeader({ alg: "ES256", jwk: await exportJWK(stranger.publicKey) })
        .sign(stranger.privateKey),
    ],
    ["a foreign audience", await api.organiserToken({ aud: "another-service" })],
    ["the audience of devices", await api.organiserToken({ aud: "wanping-device" })],
    ["no audience", await api.organiserToken({ aud: undefined })],
    ["a foreign issuer", await api.organiserToken({ iss: "another-service" })],
    ["expired", await api.organiserToken({ exp: now - 61 })],
    ["without an end", await api.organiserToken({ exp: undefined })],
    ["not valid yet", await api.organiserToken({ nbf: now + 61 })],
    ["without a subject", await api.organiserToken({ sub: undefined })],
    ["a device's token, altered", real.slice(0, -2) + (real.endsWith("AA") ? "BB" : "AA")],
    ["no token at all", "x.y.z"],
  ];
}

test.each(secured)("%s admits no forged, foreign or expired token", async (_, operation) => {
  for (const [what, token] of await forgeries())
    expect([what, await call(operation, `Bearer ${token}`)]).toEqual([what, "unauthenticated"]);
});

test("a device's token ends after its hour, also where it has been remembered", async () => {
  const own = operations().find((operation) => rolesOf(operation).includes("device"));
  if (!own) throw new Error("no operation of a device");
  const authorization = `Bearer ${tokens.get("device")}`;
  expect(await call(own, authorization)).not.toBe("unauthenticated");
  api.clock.set("2020-06-01T10:02:00+08:00");
  expect(await call(own, authorization)).toBe("unauthenticated");
});

test("an organiser's token works for a month at the longest, whatever end it names, and not without saying when it was made", async () => {
  const now = Math.floor(api.clock() / 1000);
  const day = 86_400;
  const list = async (claims: object) => {
    const authorization = `Bearer ${await api.organiserToken({ exp: now + 3650 * day, ...claims })}`;
    return (await api.request("GET", "/v1/devices", { headers: { authorization } })).status;
  };
  expect(await list({ iat: now - 30 * day })).toBe(200);
  expect(await list({ iat: now - 31 * day - 61 })).toBe(401);
  expect(await list({ iat: now + 61 })).toBe(401);
  expect(await list({ iat: undefined })).toBe(401);
});
