import type { MiddlewareHandler } from "hono";
import type { Clock } from "../use-cases/context.ts";
import type { Env } from "./router.ts";

/** What every request and every answer has. A page that needs more from a browser says so in its own policy. */
export function everyAnswer(clock: Clock): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set("requestId", crypto.randomUUID());
    c.set("actor", { kind: "public" });
    await next();
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
    if (!c.res.headers.has("content-security-policy"))
      c.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    // Devices set their clocks by it, so that it tells the time by which they are judged.
    c.header("Date", new Date(clock()).toUTCString());
  };
}
