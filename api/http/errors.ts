import type { RouteConfig } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { logError } from "../log.ts";
import { Refusal } from "../refusal.ts";
import { languageOf } from "./language.ts";
import { problemResponse } from "./problem.ts";
import type { Env } from "./router.ts";

/** Whatever went wrong, as problem details. Only what nobody foresaw is logged. */
export function answerError(error: unknown, c: Context<Env>): Response {
  const refusal = refusalFor(error) ?? unforeseen(error, c);
  return problemResponse(refusal, languageOf(c.req.header("accept-language")), c.get("requestId"));
}

function refusalFor(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (isAborted(error)) return new Refusal("malformed_json");
  if (error instanceof HTTPException && error.status === 400) return new Refusal("malformed_json");
  return undefined;
}

/** A sender that went away in the middle of its body reads no answer, and shall not fill the log. */
function isAborted(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ECONNRESET";
}

/** The message of a failed query holds its parameters; its cause holds what the database said. */
function unforeseen(error: unknown, c: Context<Env>): Refusal {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  logError("request_failed", {
    requestId: c.get("requestId"),
    route: c.req.routePath,
    message: String(cause),
  });
  return new Refusal("internal");
}

/** An address that nobody answers: unknown, or known for other methods (RFC 9110 §15.5.6). */
export function createNotFound(operations: readonly RouteConfig[]) {
  const paths = operations.map(({ method, path }) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
  }));
  return (c: Context<Env>): Response => {
    const methods = paths
      .filter(({ pattern }) => pattern.test(c.req.path))
      .flatMap(({ method }) => (method === "GET" ? [method, "HEAD"] : [method]));
    if (methods.length === 0) return answerError(new Refusal("not_found"), c);
    const allow = [...new Set([...methods, "OPTIONS"])].sort().join(", ");
    const response =
      c.req.method === "OPTIONS"
        ? new Response(null, { status: 204 })
        : answerError(new Refusal("method_not_allowed"), c);
    response.headers.set("Allow", allow);
    return response;
  };
}
