import type { MiddlewareHandler } from "hono";
import type { Clock } from "../use-cases/context.ts";
import type { Env } from "./router.ts";

/** What every request and every answer has. A page that needs more from a browser says so in its own policy. */
export function everyAnswer(clock: Clock): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set("requestId", crypto.randomUUID());
    c.set("actor", { kind: "public" });
    await next();
    // On the answer itself: `c.header` would build a new one, with a stream for its body, for every header.
    const { headers } = c.res;
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    if (!headers.has("content-security-policy"))
      headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    // Devices set their clocks by it, so that it tells the time by which they are judged.
    headers.set("Date", new Date(clock()).toUTCString());
  };
}
