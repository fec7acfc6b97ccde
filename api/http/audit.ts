import type { RouteConfig } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { canonicalJson, sha256Hex } from "../canonical.ts";
import type { AuditEntry } from "../domain/audit.ts";
import type { Clock } from "../use-cases/context.ts";
import type { Env } from "./router.ts";

/** Whether an operation is an organiser's and changes something. */
export function isAudited({ method, security }: RouteConfig): boolean {
  return method !== "get" && (security ?? []).some((requirement) => "organiser" in requirement);
}

/**
 * Puts every write of an organiser that succeeded into the audit trail: the one place that does. The answer waits
 * for the row. Where the row cannot be written the answer is 500 although the write happened; all writes are
 * idempotent, so that the caller's repetition is what gets recorded, and no acknowledged write lacks its row.
 */
export function audit(
  operation: RouteConfig,
  append: (entry: AuditEntry) => Promise<void>,
  clock: Clock,
): MiddlewareHandler<Env> {
  const action = operation.operationId ?? operation.path;
  return async (c, next) => {
    await next();
    const actor = c.get("actor");
    if (!c.res.ok || actor.kind !== "organiser") return;
    const body: unknown = operation.request?.body ? await c.req.json() : null;
    await append({
      at: clock(),
      actor: actor.subject,
      action,
      subject: c.req.path,
      bodySha256: sha256Hex(canonicalJson(body)),
    });
  };
}
