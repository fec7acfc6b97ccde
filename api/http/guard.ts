import type { RouteConfig } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { Refusal } from "../refusal.ts";
import type { Env } from "./router.ts";

/** Largest body of any operation. */
export const mostBytes = 4 * 1024 * 1024;

/** Enforces what the contract says of an operation before its handler runs: who may call, and which bodies it takes. */
export function guard(operation: RouteConfig): MiddlewareHandler<Env> {
  const schemes = (operation.security ?? []).flatMap((requirement) => Object.keys(requirement));
  const body = operation.request?.body;
  const mediaTypes = body ? Object.keys(body.content) : [];
  const caching = schemes.length > 0 || operation.method !== "get" ? "no-store" : "no-cache";
  return async (c, next) => {
    if (schemes.length > 0) {
      const actor = c.get("actor");
      if (actor.kind === "public") throw new Refusal("unauthenticated");
      if (!schemes.includes(actor.kind)) throw new Refusal("forbidden");
    }
    if (mediaTypes.length > 0) checkHeaders(c.req.raw.headers, mediaTypes);
    if (mediaTypes.includes("application/json")) checkText(await c.req.text());
    await next();
    // Kept or not, an answer is asked for anew unless its handler knows better.
    const { headers } = c.res;
    if (!headers.has("cache-control")) headers.set("Cache-Control", caching);
  };
}

function checkHeaders(headers: Headers, mediaTypes: readonly string[]): void {
  const encoding = headers.get("content-encoding");
  const contentType = headers.get("content-type")?.toLowerCase() ?? "";
  const mediaType = contentType.split(";", 1)[0]?.trim() ?? "";
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/.exec(contentType)?.[1] ?? "utf-8";
  if (
    (encoding !== null && encoding !== "identity") ||
    !mediaTypes.includes(mediaType) ||
    !["utf-8", "utf8", "us-ascii"].includes(charset)
  ) {
    throw new Refusal("unsupported_media_type");
  }
}

const halfCharacter = /\p{Surrogate}/u;

/**
 * Half of a surrogate pair can be escaped in JSON, yet neither stored in UTF-8 nor written canonically. What is not UTF-8
 * (GBK, say) was read as replacement characters: two visits that are spelled with them would be one.
 */
function checkText(text: string): void {
  if (text.includes("\ufffd")) throw new Refusal("malformed_json");
  if (!/\\u[dD][89a-fA-F]/.test(text)) return;
  try {
    JSON.parse(text, (key, value: unknown) => {
      const texts = typeof value === "string" ? key + value : key;
      if (halfCharacter.test(texts)) throw new Error("half a character");
      return value;
    });
  } catch {
    throw new Refusal("malformed_json");
  }
}
