import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { problemOf, read } from "../support/reading.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const OpenApi = z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) });

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
});
afterAll(() => api.close());

test("the service says which county it serves and what time it is, and nobody keeps that answer", async () => {
  api.clock.set("2020-06-30T23:59:59+08:00");
  const answer = await api.request("GET", "/v1");
  expect(await answer.json()).toMatchObject({
    name: "Wanping",
    county: { name: "Test County", timeZone: "Asia/Shanghai" },
    time: "2020-06-30T15:59:59.000Z",
  });
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("date")).toBe("Tue, 30 Jun 2020 15:59:59 GMT");
});

test("the contract is served as it was generated", async () => {
  const document = await read(Promise.resolve(await api.app.request("/openapi.json")), OpenApi);
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toContain("/v1/units/{unit}");
});

test("readiness asks both databases; health asks neither", async () => {
  const broken = await createTestApp();
  expect((await broken.request("GET", "/ready")).status).toBe(200);
  await broken.store.close();
  const answer = await broken.request("GET", "/ready");
  expect([answer.status, (await problemOf(answer)).code]).toEqual([503, "storage_failed"]);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await broken.request("GET", "/health")).status).toBe(200);
  rmSync(broken.folder, { recursive: true });
});
