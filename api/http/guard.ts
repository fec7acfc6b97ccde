import type { RouteConfig } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { Refusal } from "../refusal.ts";
import type { createAuthenticator } from "./authentication.ts";
import type { Env } from "./router.ts";

/** Largest body of any operation. */
const mostBytes = 4 * 1024 * 1024;

/** Enforces what the contract says of an operation before its handler runs: who may call, and which bodies it takes. */
export function guard(
  operation: RouteConfig,
  authenticator: ReturnType<typeof createAuthenticator>,
): MiddlewareHandler<Env> {
  const schemes = (operation.security ?? []).flatMap((requirement) => Object.keys(requirement));
  const body = operation.request?.body;
  const mediaTypes = body ? Object.keys(body.content) : [];
  return async (c, next) => {
    if (schemes.length > 0) {
      const actor = await authenticator.actorOf(c.req.header("authorization"));
      if (actor.kind === "public") throw new Refusal("unauthenticated");
      if (!schemes.includes(actor.kind)) throw new Refusal("forbidden");
      c.set("actor", actor);
    }
    if (mediaTypes.length > 0) checkBody(c.req.raw.headers, mediaTypes);
    await next();
  };
}

function checkBody(headers: Headers, mediaTypes: readonly string[]): void {
  const encoding = headers.get("content-encoding");
  const mediaType = headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if ((encoding !== null && encoding !== "identity") || !mediaTypes.includes(mediaType)) {
    throw new Refusal("unsupported_media_type");
  }
  const length = headers.get("content-length");
  if (length !== null && Number(length) > mostBytes) throw new Refusal("too_large");
}

export { mostBytes };
