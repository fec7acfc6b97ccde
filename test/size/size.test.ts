import { expect, test } from "vitest";
import { budgets } from "./budgets.ts";
import { measure, strangeTo2018 } from "./measure.ts";

test.each(budgets)("$what keeps to its budget of size and syntax", async (budget) => {
  expect((await measure(budget)).faults).toEqual([]);
});

test.each([
  ["const f = async () => 1;", "is not ES2015"],
  ["const a = { ...b };", "is not ES2015"],
  ["a?.b;", "is not ES2015"],
  ["[[1]].flat();", "uses flat"],
  ["globalThis.x = 1;", "uses globalThis"],
])("what an old browser would stumble over is found: %s", (code, fault) => {
  expect(strangeTo2018(code).join()).toContain(fault);
});

test("what it understands passes", () => {
  expect(strangeTo2018("class A { *b() { let { c } = this; yield `c`; } }")).toEqual([]);
});
