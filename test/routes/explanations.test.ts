import { afterEach, beforeEach, expect, test } from "vitest";
import { UnitTrace } from "../../schema/contract/explanations.ts";
import { publishHaifeng } from "../support/haifeng.ts";
import { post } from "../support/past.ts";
import { problemOf, read } from "../support/reading.ts";
import { Moves } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

test("the trace of a unit has every shown figure, in steps and in sentences of both languages", async () => {
  await publishHaifeng(api);
  const path = "/v1/rounds/past/results/units";
  const { parts } = await read(api.request("GET", `${path}/unit-1/trace`), UnitTrace);
  expect(parts.map(({ id }) => id)).toEqual(["sheet-score", "leading-group-score", "total"]);
  for (const { steps, prose } of parts) {
    expect(steps.length).toBeGreaterThan(0);
    expect(prose.zh.join("")).toMatch(/[\u4e00-\u9fff]/);
    expect(prose.en.join("")).toMatch(/[a-z]/);
  }
  const third = await read(api.request("GET", `${path}/unit-3/trace`), UnitTrace);
  expect(third.parts[0]).toMatchObject({ steps: [], prose: { zh: [], en: [] } });
  expect(third.parts[2]?.steps).toEqual([]);
  expect((await api.request("GET", `${path}/unit-9/trace`)).status).toBe(404);
});

test("another rule is tried on the same figures, and changes nothing that is stored", async () => {
  await publishHaifeng(api);
  const before = await api.store.releases.hashes("past", 1);
  const tried = await read(post(api, "/what-if", { weights: { public: 0.9 } }), Moves);
  const moved = tried.units.find(({ unit }) => unit === "unit-1");
  expect(moved?.total).not.toEqual(moved?.totalBefore);
  expect(tried.units.some(({ unit }) => unit === "unit-3")).toBe(false);
  expect(await api.store.releases.hashes("past", 1)).toEqual(before);
  expect(await read(post(api, "/what-if", {}))).toEqual({ units: [] });

  const impossible = await problemOf(await post(api, "/what-if", { total: { points: 55 } }));
  expect(impossible.code).toBe("programme_invalid");
  expect(impossible.errors?.length).toBeGreaterThan(0);
  const json = {};
  expect((await api.request("POST", "/v1/rounds/past/what-if", { json })).status).toBe(401);
});
