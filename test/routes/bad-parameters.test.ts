import type { RouteConfig } from "@hono/zod-openapi";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { operations } from "../../schema/openapi.ts";
import { problemOf } from "../support/reading.ts";
import { rolesOf, tokensByRole } from "../support/roles.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const named = operations().map(
  (operation) => [operation.operationId ?? operation.path, operation] as const,
);
const inPath = named.filter(([, { path }]) => path.includes("{"));
const asking = named.filter(([, { request }]) => request?.query);
const paged = asking.filter(([, { request }]) => {
  const { query } = request ?? {};
  return query instanceof z.ZodObject && "cursor" in query.shape;
});

let api: TestApp;
let tokens: Map<string, string>;
beforeAll(async () => {
  api = await createTestApp();
  tokens = await tokensByRole(api);
});
afterAll(() => api.close());

async function ask(operation: RouteConfig, path: string) {
  const [role] = rolesOf(operation);
  const authorization = `Bearer ${tokens.get(role ?? "")}`;
  const answer = await api.request(operation.method.toUpperCase(), path, {
    headers: role === undefined ? {} : { authorization },
    ...(operation.request?.body && { json: {} }),
  });
  return problemOf(answer);
}

const filled = (path: string, value = "x") => path.replaceAll(/\{\w+\}/g, value);

test.each(inPath)(
  "%s refuses what is no identifier, with a pointer to it",
  async (_, operation) => {
    for (const value of ["No_Id", "-x", "x".repeat(65), "%F0%9F%98%80", "..%2Fx", "x'--"]) {
      const { code, errors } = await ask(operation, filled(operation.path, value));
      expect([value, code]).toEqual([value, "invalid_parameter"]);
      // What is missing from the query is told first.
      expect(errors?.[0]?.pointer).toMatch(/^#\/(path|query)\//);
    }
  },
);

test.each(asking)("%s refuses a parameter that it does not know", async (_, operation) => {
  const { code, errors } = await ask(operation, `${filled(operation.path)}?no-such=1`);
  expect(code).toBe("invalid_parameter");
  expect(errors).toContainEqual(
    expect.objectContaining({ pointer: "#/query/no-such", code: "unknown_field" }),
  );
});

test.each(paged)("%s refuses a cursor that it never gave, or a page of no size", async (_, it) => {
  const path = filled(it.path);
  expect((await ask(it, `${path}?cursor=%21`)).code).toBe("invalid_cursor");
  for (const limit of ["0", "1001", "-1", "1e2", ""])
    expect((await ask(it, `${path}?limit=${limit}`)).code).toBe("invalid_parameter");
});
