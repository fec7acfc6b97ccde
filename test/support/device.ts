import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from "jose";
import { expect } from "vitest";
import { programme, units } from "./seed.ts";
import type { TestApp } from "./test-app.ts";

/** What a device needs of a server: the app in this process, or one behind HTTP. */
export interface Caller extends Pick<TestApp, "request" | "asOrganiser"> {
  clock: () => number;
  /** Where the server is, as an assertion names it; the app in this process is nowhere. */
  origin?: () => string;
}

type Algorithm = "ES256" | "EdDSA";

/** A key pair as a device makes it. */
export async function newKey(algorithm: Algorithm = "ES256") {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(publicKey);
  return { algorithm, privateKey, publicKey, jwk, thumbprint: await calculateJwkThumbprint(jwk) };
}

export type DeviceKey = Awaited<ReturnType<typeof newKey>>;

/** Claims that a test wants otherwise than a good device makes them; `undefined` leaves one out. */
export type Claims = Record<string, unknown>;

/** An assertion of a device, signed by its key. Every one has its own `jti`. */
export async function assertionOf(
  api: Pick<Caller, "clock" | "origin">,
  device: string,
  key: DeviceKey,
  changes: Claims = {},
): Promise<string> {
  const now = Math.floor(api.clock() / 1000);
  const claims = {
    iss: device,
    sub: device,
    aud: `${api.origin?.() ?? "http://localhost"}/v1/token`,
    jti: crypto.randomUUID(),
    iat: now,
    exp: now + 60,
    ...changes,
  };
  const present = Object.fromEntries(Object.entries(claims).filter(([, it]) => it !== undefined));
  return new SignJWT(present)
    .setProtectedHeader({ alg: key.algorithm, kid: key.thumbprint })
    .sign(key.privateKey);
}

export function requestToken(api: Caller, assertion: string): Promise<Response> {
  return api.request("POST", "/v1/token", {
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
    }),
  });
}

/** A device that is invited, enrolled and assigned to every unit, with requests in its name. */
export async function enrolDevice(
  api: Caller,
  id: string,
  options: {
    kind?: "device" | "platform";
    mode?: "live" | "test";
    algorithm?: Algorithm;
    units?: readonly string[];
  } = {},
) {
  const key = await newKey(options.algorithm);
  const { kind = "device", mode = "live" } = options;
  const invited = await api.asOrganiser("POST", "/v1/devices", { id, label: id, kind, mode });
  const { enrolmentCode }: { enrolmentCode: string } = await invited.json();
  const enrolled = await api.request("POST", "/v1/enrolments", {
    json: { code: enrolmentCode, publicKey: key.jwk },
  });
  expect(enrolled.status).toBe(201);
  const assignments = (options.units ?? units).map((unit) => ({
    unit,
    programme,
    from: "2020-06-01",
  }));
  const put = await api.asOrganiser("PUT", `/v1/devices/${id}/assignments`, { assignments });
  expect(put.status).toBe(200);

  async function newToken(): Promise<string> {
    const answer = await requestToken(api, await assertionOf(api, id, key));
    expect(answer.status).toBe(200);
    const { access_token }: { access_token: string } = await answer.json();
    return access_token;
  }
  const token = await newToken();
  const send = (method: string, path: string, json?: unknown, bearer = token) =>
    api.request(method, path, { json, headers: { authorization: `Bearer ${bearer}` } });
  return {
    id,
    key,
    token,
    enrolmentCode,
    newToken,
    send,
    cast: (ballot: unknown) => send("POST", "/v1/ballots", ballot),
    castAll: (ballots: unknown[]) => send("POST", "/v1/ballots/batch", { ballots }),
  };
}

let made = 0;

/** A rating at the window, with a serial of its own. */
export function rating(changes: Record<string, unknown> = {}) {
  made += 1;
  return {
    serial: serialOf(made),
    programme,
    instrument: "window-rating",
    ratedAt: "2020-06-01T09:00:00+08:00",
    answers: { kind: "levels", unit: units[0], level: "satisfied" },
    ...changes,
  };
}

/** 32 bytes that differ for every number. */
export function serialOf(number: number): string {
  return Buffer.alloc(32, `serial ${number} `).toString("base64url");
}
