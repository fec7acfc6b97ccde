import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Refusal } from "../refusal.ts";
import { mostBytes } from "./guard.ts";
import type { Env } from "./router.ts";

/**
 * Refuses bodies that are too large. The parser holds a sender to the length that it declares, and nobody reads the body of a
 * GET; only a body of undeclared length is counted, for which Node's adapter must first build the whole Request.
 */
export function limitBody(): MiddlewareHandler<Env> {
  const counted = bodyLimit({
    maxSize: mostBytes,
    onError: () => {
      throw new Refusal("too_large");
    },
  });
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const length = c.req.header("content-length");
    if (length === undefined) return counted(c, next);
    if (Number(length) > mostBytes) throw new Refusal("too_large");
    return next();
  };
}
