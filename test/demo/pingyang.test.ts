import { afterAll, beforeAll, expect, test } from "vitest";
import { pingyang } from "../../api/demo/rounds/pingyang/script.ts";
import { smallPingyang } from "./small.ts";
import { holdersOf, openStage } from "./stage.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
  await stage.play(pingyang(2019, smallPingyang));
  await stage.play(pingyang(2020, smallPingyang));
}, 180_000);
afterAll(() => stage.close());

test("each list has fifty places, forty-four of them for the county's own units", async () => {
  const { lists } = await stage.result("pingyang-2020");
  expect(lists.map(({ id, units }) => [id, units.length])).toEqual([
    ["top", 50],
    ["bottom", 50],
  ]);
  for (const { units } of lists) {
    const ids = units.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith("unit-"))).toHaveLength(44);
    expect(ids.filter((id) => id.startsWith("pingyang-health"))).toHaveLength(2);
    expect(ids.filter((id) => id.startsWith("pingyang-financial"))).toHaveLength(4);
  }
});

test("last year's ten dissatisfied units are on the bottom list at once", async () => {
  const { ids } = holdersOf(await stage.result("pingyang-2019"), "dissatisfied");
  const bottom = (await stage.result("pingyang-2020")).lists.find(({ id }) => id === "bottom");
  expect(ids).toHaveLength(10);
  expect(bottom?.units.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
});

test("the committee confirms ten satisfied and ten dissatisfied units", async () => {
  const result = await stage.result("pingyang-2020");
  expect(result.state).toBe("published");
  for (const award of ["satisfied", "dissatisfied"]) {
    const { state, ids } = holdersOf(result, award);
    expect([state, ids.length]).toEqual(["confirmed", 10]);
  }
});

test("the full round appraises the source's 274 units, one of them without a vote, and several hundred vote online", () => {
  const script = pingyang(2020);
  const units = script.imports[0]?.units?.filter(({ id }) => id.startsWith("unit-")) ?? [];
  const rated = new Set(
    script.ballots.map(({ answers }) => (answers.kind === "levels" ? answers.unit : "")),
  );
  expect(units).toHaveLength(274);
  expect(units.filter(({ id }) => !rated.has(id))).toHaveLength(1);
  expect(script.vote?.ballots).toBeGreaterThan(300);
});

test("a dual-managed unit is marked by its agency and by its township", () => {
  const script = pingyang(2020);
  const forms = script.imports.flatMap(({ units = [] }) => units);
  const dual = new Set(forms.filter((it) => it.managedBy === "dual").map(({ id }) => id));
  const marks = script.entries.find(({ ledger }) => ledger === "supervisors")?.entries ?? [];
  const assessors = (unit: string) =>
    marks.filter((mark) => mark.unit === unit).map(({ assessor }) => assessor);
  expect(dual.size).toBeGreaterThan(3);
  for (const unit of dual) expect(assessors(unit).sort()).toEqual(["agency", "township"]);
});
