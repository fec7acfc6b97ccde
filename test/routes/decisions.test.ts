import { afterEach, beforeEach, expect, test } from "vitest";
import { closePast, nomination, openPast, post, report, yanshan } from "../support/past.ts";
import { problemOf, read } from "../support/reading.ts";
import { RoundFigures, Rows } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  await openPast(api, yanshan);
});
afterEach(() => api.close());

const decision = {
  id: "cards",
  kind: "award-count",
  about: "yellow-card",
  count: 1,
  role: "Discipline office",
  reason: "The one with the most votes.",
};
const decide = (changes: Record<string, unknown> = {}) =>
  post(api, "/decisions", { ...decision, ...changes });

test("a decision is kept as it was made, once", async () => {
  const first = await read(decide());
  expect(first).toMatchObject(decision);
  api.clock.set("2025-01-12T09:00:00+08:00");
  expect(await read(decide())).toEqual(first);
  expect((await problemOf(await decide({ count: 2 }))).code).toBe("decision_exists");
  const { items } = await read(api.asOrganiser("GET", "/v1/rounds/past/decisions"), Rows);
  expect(items).toEqual([first]);
  expect((await api.request("GET", "/v1/rounds/past/decisions")).status).toBe(401);
});

test.each([
  [{ about: "gold-card" }, "/about"],
  [{ count: undefined }, "/count"],
  [{ role: "" }, "/role"],
  [{ reason: undefined }, "/reason"],
  [{ kind: "name-to-list", about: "top" }, "/about"],
  [{ units: ["unit-9"] }, "/units/0"],
])("a decision with %j is refused with a pointer", async (changes, pointer) => {
  const problem = await problemOf(await decide(changes));
  expect(problem.code).toBe("invalid_body");
  expect(problem.errors?.map((fault) => fault.pointer)).toContain(pointer);
});

test("how many hold an award is what was decided, and published with its reason", async () => {
  await report(api, [
    ...Array.from({ length: 12 }, () => nomination(["unit-2"], { group: "new-business" })),
    ...Array.from({ length: 3 }, () => nomination(["unit-1"], { group: "new-business" })),
  ]);
  await closePast(api);
  await read(decide());
  await read(post(api, "/publish"));
  const { awards } = await read(api.request("GET", "/v1/rounds/past/results"), RoundFigures);
  expect(awards).toMatchObject([{ id: "yellow-card", holders: [{ id: "unit-2" }] }]);
  expect(awards[0]?.effects.length).toBeGreaterThan(0);
  const inputs = await read(api.request("GET", "/v1/rounds/past/results/inputs"));
  expect(inputs).toMatchObject({ decisions: [decision] });
});
