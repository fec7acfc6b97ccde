import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { type AppSettings, createApp } from "../../api/app.ts";
import { createKeys } from "../../api/keys/keys.ts";
import { openEmbeddedStore } from "../../api/store/open-embedded.ts";
import { assertConforms } from "./conformance.ts";

/** 1 June 2020, 09:00 in the county. */
export const start = Date.parse("2020-06-01T09:00:00+08:00");

/** A clock that stands still until it is moved. */
export function createTestClock() {
  let now = start;
  const clock = () => now;
  return Object.assign(clock, {
    set(instant: string) {
      now = Date.parse(instant);
    },
  });
}

/** Keys in memory, as a folder would hold them. */
export function createMemoryKeyPlace() {
  const held = new Map<string, string>();
  return {
    held,
    read: async (name: string) => held.get(name),
    create: async (name: string, text: string) => {
      if (held.has(name)) return false;
      held.set(name, text);
      return true;
    },
    destroy: async (name: string) => {
      held.delete(name);
    },
  };
}

export type TestApp = Awaited<ReturnType<typeof createTestApp>>;

/**
 * The real app on temporary database files. Every answer is held against the contract.
 * Close it when done.
 */
export async function createTestApp({
  folder = mkdtempSync(join(tmpdir(), "wanping-")),
  ...settings
}: { folder?: string } & Partial<Pick<AppSettings, "publicOrigin" | "rateLimits">> = {}) {
  const clock = createTestClock();
  const pair = await generateKeyPair("ES256", { extractable: true });
  const publicKey = { ...(await exportJWK(pair.publicKey)), alg: "ES256", kid: "test-organiser" };
  const place = createMemoryKeyPlace();
  const keys = createKeys({
    place,
    masterSecret: new Uint8Array(32).fill(7),
    organiserPublicKeys: [publicKey],
  });
  const store = await openEmbeddedStore(folder);
  const app = createApp({
    store,
    clock,
    keys,
    county: { name: "Test County", timeZone: "Asia/Shanghai" },
    rateLimits: { public: 1_000_000, credential: 1_000_000 },
    ...settings,
  });

  /** A token of the organiser, with whatever claims a test wants otherwise. */
  async function organiserToken(claims: JWTPayload = {}): Promise<string> {
    const now = Math.floor(clock() / 1000);
    return new SignJWT({
      iss: "wanping",
      aud: "wanping-organiser",
      sub: "organiser",
      iat: now,
      exp: now + 3600,
      ...claims,
    })
      .setProtectedHeader({ alg: "ES256", kid: "test-organiser" })
      .sign(pair.privateKey);
  }

  /** A request as anybody would send it; English unless the headers say otherwise. */
  async function request(
    method: string,
    path: string,
    options: { json?: unknown; headers?: Record<string, string>; body?: BodyInit } = {},
  ): Promise<Response> {
    const headers = new Headers({ "accept-language": "en", ...options.headers });
    if (options.json !== undefined) headers.set("content-type", "application/json");
    const body = options.json === undefined ? options.body : JSON.stringify(options.json);
    const response = await app.request(path, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    await assertConforms(method, path.split("?", 1)[0] ?? path, response);
    return response;
  }

  /** A request with an organiser's token. */
  async function asOrganiser(method: string, path: string, json?: unknown): Promise<Response> {
    return request(method, path, {
      json,
      headers: { authorization: `Bearer ${await organiserToken()}` },
    });
  }

  return {
    app,
    clock,
    folder,
    keys,
    place,
    store,
    organiserPublicKey: pair.publicKey,
    organiserToken,
    request,
    asOrganiser,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
