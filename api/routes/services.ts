import type { Context as HonoContext } from "hono";
import type { createAuthenticator } from "../http/authentication.ts";
import type { Env } from "../http/router.ts";
import type { Keys } from "../keys/keys.ts";
import type { Store } from "../store/store.ts";
import type { Clock, Context, County } from "../use-cases/context.ts";

/** What the routes are built with. */
export interface Services {
  store: Store;
  clock: Clock;
  keys: Keys;
  county: County;
  /** Where clients reach this service; absent, on this machine alone. */
  publicOrigin?: string;
  authenticator: ReturnType<typeof createAuthenticator>;
}

/** The context of one request's use case. */
export function contextOf(services: Services, c: HonoContext<Env>): Context {
  const { store, clock, keys, county } = services;
  return { store, clock, keys, county, actor: c.get("actor") };
}
