import { join } from "node:path";
import type { RouteConfig } from "@hono/zod-openapi";
import { createClient } from "@libsql/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operations } from "../../schema/openapi.ts";
import { seedCounty } from "../support/county.ts";
import { problemOf } from "../support/reading.ts";
import { rolesOf, tokensByRole } from "../support/roles.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const takingJson = operations()
  .filter((operation) => operation.request?.body?.content["application/json"])
  .map((operation) => [operation.operationId ?? operation.path, operation] as const);
/** Takes whatever it is sent: a field that the language does not know is what it is there to find. */
const takesAnything = ["lintProgramme"];

let api: TestApp;
let tokens: Map<string, string>;
let before: Map<string, number>;
beforeAll(async () => {
  api = await createTestApp();
  await seedCounty(api);
  tokens = await tokensByRole(api);
  before = await rowCounts();
});
afterAll(() => api.close());

/** Rows in every table of both databases. */
async function rowCounts(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const name of ["registry", "urn"]) {
    const database = createClient({ url: `file:${join(api.folder, `${name}.db`)}`, timeout: 5000 });
    const tables = await database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'");
    for (const { name: table } of tables.rows) {
      const { rows } = await database.execute(`SELECT count(*) AS rows FROM "${table}"`);
      counts.set(`${name}.${table}`, Number(rows[0]?.rows));
    }
    database.close();
  }
  return counts;
}

async function send(operation: RouteConfig, body: BodyInit, headers: Record<string, string> = {}) {
  const [role] = rolesOf(operation);
  const answer = await api.request(
    operation.method.toUpperCase(),
    operation.path.replaceAll(/\{\w+\}/g, "x"),
    {
      body,
      headers: {
        "content-type": "application/json",
        ...(role !== undefined && { authorization: `Bearer ${tokens.get(role)}` }),
        ...headers,
      },
    },
  );
  return problemOf(answer);
}

test.each(takingJson)("%s refuses what is no JSON", async (_, operation) => {
  for (const body of ["", "{", "{'a':1}", '{"a":1}}', "undefined", "\ufeff", '{"a":"\u0001"}'])
    expect([body, (await send(operation, body)).code]).toEqual([body, "malformed_json"]);
});

test.each(takingJson)(
  "%s refuses other content types and compressed bodies",
  async (_, operation) => {
    const refused: Record<string, string>[] = [
      { "content-type": "text/plain" },
      { "content-type": "application/x-www-form-urlencoded" },
      { "content-type": "multipart/form-data; boundary=x" },
      { "content-type": "application/jsonp" },
      { "content-encoding": "gzip" },
      { "content-encoding": "br" },
    ];
    for (const headers of refused)
      expect((await send(operation, "{}", headers)).code).toBe("unsupported_media_type");
  },
);

test.each(takingJson)(
  "%s refuses a body of more than 4 MiB, declared or not",
  async (_, operation) => {
    const large = " ".repeat(4 * 1024 * 1024 + 1);
    const declared = { "content-length": String(large.length) };
    expect((await send(operation, large)).code).toBe("too_large");
    expect((await send(operation, "{}", declared)).code).toBe("too_large");
  },
);

test.each(takingJson.filter(([name]) => !takesAnything.includes(name)))(
  "%s refuses a field that the contract does not know, with a pointer to it",
  async (_, operation) => {
    for (const body of ['{"no-such/field":1}', '{"__proto__":{"admin":true}}']) {
      const { status, code, errors } = await send(operation, body);
      expect([status, code]).toEqual([422, "invalid_body"]);
      const [field = ""] = Object.keys(JSON.parse(body));
      const pointer = `/${field.replaceAll("/", "~1")}`;
      expect(errors).toContainEqual(expect.objectContaining({ pointer, code: "unknown_field" }));
    }
  },
);

test.each(takingJson.filter(([name]) => !takesAnything.includes(name)))(
  "%s refuses a body that is no object",
  async (_, operation) => {
    for (const body of ["null", "[]", "1", '"x"', "[[[[[[]]]]]]"])
      expect([body, (await send(operation, body)).status]).toEqual([body, 422]);
  },
);

test("nothing of all this was stored, nor recorded as done", async () => {
  expect(before.get("registry.unit_version")).toBeGreaterThan(0);
  expect(await rowCounts()).toEqual(before);
});
