import { type Clock, systemClock } from "./clock.ts";
import type { TokenSource } from "./device/token-source.ts";
import { createClient } from "./generated/client/client.gen.ts";
import type { Client } from "./generated/client/types.gen.ts";
import { createTransport } from "./transport/transport.ts";

/** A server and how to speak to it; the first argument of every operation. */
export type Wanping = Client;

export interface WanpingSettings {
  /** Where the server is, for example `https://wanping.example`. */
  baseUrl: string | URL;
  /** A bearer token, or a source of them such as `deviceToken(…)`; sent only to operations that ask for one. */
  token?: string | TokenSource;
  /** Language of problems; absent, the runtime's own. */
  language?: "zh" | "en";
  /** In place of the runtime's fetch. It receives one Request for each attempt. */
  fetch?: typeof fetch;
  /** Attempts after the first; 3 unless told. Only what cannot take effect twice is repeated. */
  retries?: number;
  /** Time-out of one attempt; 10 000 unless told. */
  timeoutMs?: number;
  /** Limit for all attempts of one call together; 60 000 unless told. */
  deadlineMs?: number;
  /** The longest wait between attempts, also when Retry-After asks for more; 20 000 unless told. */
  longestWaitMs?: number;
  /** For tests: time and chance. */
  clock?: Clock;
  random?: () => number;
}

/** A client for one server. Pass it to any operation: `getUnit({ client, path: { unit: "unit-012" } })`. */
export function createWanping(settings: WanpingSettings): Wanping {
  const { token, language } = settings;
  const source = typeof token === "object" ? token : undefined;
  const transport = createTransport({
    fetch: settings.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    clock: settings.clock ?? systemClock,
    random: settings.random ?? Math.random,
    retries: settings.retries ?? 3,
    timeoutMs: settings.timeoutMs ?? 10_000,
    deadlineMs: settings.deadlineMs ?? 60_000,
    firstWaitMs: 500,
    longestWaitMs: settings.longestWaitMs ?? 20_000,
    ...(source && { renewToken: (refused) => source.renew(refused) }),
  });
  return createClient({
    baseUrl: String(settings.baseUrl),
    throwOnError: true,
    fetch: transport,
    ...(token !== undefined && { auth: typeof token === "string" ? token : () => token.token() }),
    ...(language && { headers: { "Accept-Language": language } }),
  });
}
