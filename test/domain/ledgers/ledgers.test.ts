import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkEntry, checkTiers, refusalTexts } from "../../../api/domain/ledgers.ts";
import type { LedgerEntry } from "../../../api/domain/model.ts";
import type { ScoreLedger } from "../../../schema/programme.ts";
import { county } from "../support/counties.ts";
import { entry } from "../support/entries.ts";
import { unit } from "../support/figures.ts";

const programme = county("pingyang-thousand");
const units = new Map(
  [unit("u-1", { managedBy: "dual", township: "t-1" }), unit("u-2")].map((one) => [one.id, one]),
);

function refusals(parts: Partial<LedgerEntry>, entries: readonly LedgerEntry[] = []) {
  const made = entry({ on: "2020-06-15", ...parts });
  const window = { from: "2020-04-01", to: "2020-12-31" };
  return checkEntry(made, { programme, units, entries, window }).map(
    ({ code, pointer }) => `${code} ${pointer}`,
  );
}

describe("an entry is refused unless the catalogue, the range and the window allow it", () => {
  it("of points", () => {
    const style = { ledger: "complaints", entry: "style", points: 4 };
    expect(refusals(style)).toEqual([]);
    expect(refusals({ ...style, entry: "rudeness" })).toEqual(["not_in_catalogue /entry"]);
    expect(refusals({ ...style, points: 6 })).toEqual(["points_out_of_range /points"]);
    expect(refusals({ ...style, entry: "shirking", points: 3 })).toEqual([
      "points_not_as_catalogued /points",
    ]);
    expect(refusals({ ...style, modifiers: ["co-handler"] })).toEqual([
      "unknown_modifier /modifiers/0",
    ]);
    expect(
      refusals({
        ...style,
        entry: "shirking",
        points: 2,
        modifiers: ["co-handler", "co-handler"],
      }),
    ).toEqual(["repeated /modifiers/1"]);
    expect(refusals({ ...style, unit: "u-9" })).toEqual(["unknown_unit /unit"]);
    expect(refusals({ ...style, ledger: "gossip" })).toEqual(["not_in_catalogue /ledger"]);
  });

  it("both days of the ledger's window belong to it", () => {
    const on = (date: string) =>
      refusals({ ledger: "complaints", entry: "shirking", points: 2, on: date });
    expect(["2019-11-30", "2019-12-01", "2020-11-30", "2020-12-01"].map(on)).toEqual([
      ["outside_window /on"],
      [],
      [],
      ["outside_window /on"],
    ]);
  });

  it("of marks: range, decimals, and who must score the unit", () => {
    const mark = { ledger: "supervisors", assessor: "agency", points: 4.6 };
    expect(refusals(mark)).toEqual([]);
    expect(refusals({ ...mark, points: 5.1 })).toEqual(["points_out_of_range /points"]);
    expect(refusals({ ...mark, points: 4.65 })).toEqual(["too_many_decimals /points"]);
    expect(refusals({ ...mark, assessor: "mayor" })).toEqual(["unknown_assessor /assessor"]);
    expect(refusals({ ...mark, assessor: "township", unit: "u-2" })).toEqual([
      "not_this_assessor /assessor",
    ]);
  });

  it("a second mark is refused until the first is cancelled", () => {
    const first = entry({ id: "m-1", ledger: "supervisors", assessor: "agency", points: 4 });
    const again = { ledger: "supervisors", assessor: "agency", points: 4.2 };
    expect(refusals(again, [first])).toEqual(["already_scored /unit"]);
    const cancelled = entry({ id: "m-2", ledger: "supervisors", points: 0, cancels: "m-1" });
    expect(refusals(again, [first, cancelled])).toEqual([]);
  });

  it("a counter-entry cancels an entry of the same unit that still stands", () => {
    const fact = entry({ id: "f-1", ledger: "complaints", entry: "shirking", points: 2 });
    const counter = entry({ id: "f-2", ledger: "complaints", points: 0, cancels: "f-1" });
    const cancel = (id: string, entries: LedgerEntry[], unitId = "u-1") =>
      refusals({ ledger: "complaints", points: 0, cancels: id, unit: unitId }, entries);
    expect(cancel("f-1", [fact])).toEqual([]);
    expect(cancel("f-1", [fact, counter])).toEqual(["already_cancelled /cancels"]);
    expect(cancel("f-2", [fact, counter])).toEqual([]);
    expect(cancel("f-9", [fact])).toEqual(["unknown_entry /cancels"]);
    expect(cancel("f-1", [fact], "u-2")).toEqual(["unknown_entry /unit"]);
  });
});

describe("tiers of supervising agencies", () => {
  const ledger = programme.ledgers.find((one): one is ScoreLedger => one.id === "supervisors");
  if (!ledger) throw new Error("supervisors");
  const check = (points: number[], all = points.length) =>
    checkTiers(
      ledger,
      points.map((mark, index) => ({ unit: `u-${index}`, points: mark })),
      all,
    ).map(({ code, pointer }) => `${code} ${pointer}`);

  it("an agency with at most three units has at most one in each tier", () => {
    expect(check([4.5, 3.5, 2])).toEqual([]);
    expect(check([4.5, 4.6])).toEqual(["tier_full /1/points"]);
  });

  it("a larger one has a third in each tier, and those left over in different tiers", () => {
    expect(check([4.1, 4.2, 3.1, 3.2, 2])).toEqual([]);
    // Five units: one in each tier and two left over, which may not share a tier.
    expect(check([4.1, 4.2, 4.3, 3.2, 2])).toEqual(["tier_full /2/points"]);
    // Four units: one is left over, so only one tier may hold two.
    expect(check([4.1, 4.2, 3.1, 3.2])).toEqual(["tier_full /3/points"]);
    expect(check([4.1, 4.2, 3.1, 2, 2.1, 3.3])).toEqual([]);
    expect(check([4.1, 4.2, 4.3, 3.1, 2, 2.1])).toEqual(["tier_full /2/points"]);
  });

  it("a mark between two tiers is in none", () => {
    expect(check([3.95])).toEqual(["not_in_a_tier /0/points"]);
  });

  it("whatever is accepted when complete fulfils the rule", () => {
    const marks = fc.array(fc.constantFrom(4.5, 3.5, 2), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(marks, (points) => {
        const counts = [4.5, 3.5, 2].map((mark) => points.filter((one) => one === mark).length);
        const share = Math.floor(points.length / 3);
        const rule =
          points.length <= 3
            ? counts.every((count) => count <= 1)
            : counts.every((count) => count === share || count === share + 1);
        expect(check(points).length === 0).toBe(rule);
      }),
    );
  });
});

it("every refusal has a text in both languages", () => {
  for (const text of Object.values(refusalTexts)) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/^[A-Z].*\.$/);
  }
});
