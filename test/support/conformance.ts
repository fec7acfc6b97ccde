import { type RouteConfig, z } from "@hono/zod-openapi";
import { Problem } from "../../schema/contract/problem.ts";
import { operations } from "../../schema/openapi.ts";

/** The operation that a request reaches: a path without parameters wins over one with them. */
export function operationOf(method: string, path: string): RouteConfig | undefined {
  const matches = operations().filter(
    (operation) =>
      operation.method === method.toLowerCase() &&
      new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
  return matches.sort((a, b) => a.path.split("{").length - b.path.split("{").length)[0];
}

/** Throws unless the answer is one that the contract declares, with no field that it does not: an undeclared field is a leak. */
export async function assertConforms(
  method: string,
  path: string,
  response: Response,
): Promise<void> {
  const operation = operationOf(method, path);
  if (!operation) return;
  const name = `${operation.operationId} → ${response.status}`;
  const declared = operation.responses[response.status];
  if (!declared) throw new Error(`${name} is not declared: ${await response.clone().text()}`);
  const mediaType = response.headers.get("content-type")?.split(";", 1)[0] ?? "";
  const content = "content" in declared ? declared.content : undefined;
  const body = content?.[mediaType];
  if (content && !body && response.status !== 304)
    throw new Error(`${name}: ${mediaType} is not declared`);
  if (!mediaType.endsWith("json") || mediaType === "application/x-ndjson") return;
  const json: unknown = await response.clone().json();
  const schema = body && "schema" in body ? body.schema : undefined;
  if (!(schema instanceof z.ZodType)) throw new Error(`${name} has no schema`);
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new Error(`${name} breaks the contract: ${parsed.error.message}`);
  if (response.status >= 400) assertDeclaredCode(operation, Problem.parse(json).code, name);
}

function assertDeclaredCode(operation: RouteConfig, code: string, name: string): void {
  const text = JSON.stringify(operation.responses);
  if (!text.includes(`"#/components/examples/${code}"`))
    throw new Error(`${name}: ${code} is not declared`);
}
