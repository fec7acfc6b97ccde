import type { Context, MiddlewareHandler } from "hono";
import { Refusal } from "../refusal.ts";
import type { Actor, Clock } from "../use-cases/context.ts";
import type { Env } from "./router.ts";

/** Requests a minute, for each caller, by kind of caller. */
export interface RateLimits {
  public: number;
  credential: number;
}

export const defaultRateLimits: RateLimits = { public: 600, credential: 6000 };

const windowSeconds = 60;
const mostCallers = 100_000;

/**
 * A fixed window for each caller: a credential that verified, or else the client's address. Counts live in this process
 * only and are never written down, so that no address comes to lie beside a ballot.
 */
export function rateLimit(
  limits: RateLimits,
  clock: Clock,
  addressOf: (c: Context<Env>) => string,
): MiddlewareHandler<Env> {
  let used = new Map<string, number>();
  let endsAt = 0;
  return async (c, next) => {
    const now = clock();
    if (now >= endsAt || endsAt - now > windowSeconds * 1000 || used.size > mostCallers) {
      used = new Map();
      endsAt = now + windowSeconds * 1000;
    }
    const actor = c.get("actor");
    const policy = actor.kind === "public" ? "public" : "credential";
    const caller = actor.kind === "public" ? addressOf(c) : nameOf(actor);
    const quota = limits[policy];
    const count = (used.get(caller) ?? 0) + 1;
    used.set(caller, count);
    const seconds = Math.ceil((endsAt - now) / 1000);
    if (count > quota) throw new Refusal("too_many_requests", { retryAfterSeconds: seconds });
    await next();
    // draft-ietf-httpapi-ratelimit-headers: the policy, and what is left of it.
    c.res.headers.set("RateLimit-Policy", `"${policy}";q=${quota};w=${windowSeconds}`);
    c.res.headers.set("RateLimit", `"${policy}";r=${quota - count};t=${seconds}`);
  };
}

function nameOf(actor: Exclude<Actor, { kind: "public" }>): string {
  if (actor.kind === "window") return `window ${actor.visit}`;
  return actor.kind === "device" ? `device ${actor.device}` : `organiser ${actor.subject}`;
}
