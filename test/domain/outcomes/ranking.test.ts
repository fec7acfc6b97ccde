import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreRound } from "../../../api/domain/scoring.ts";
import type { ProgrammeInput } from "../../../schema/programme.ts";
import { entry } from "../support/entries.ts";
import { unit } from "../support/figures.ts";
import { label } from "../support/programme.ts";
import { markFigures, markProgramme } from "../support/ranking.ts";
import { shown, unitOf } from "../support/results.ts";

type Award = NonNullable<ProgrammeInput["awards"]>[number];

const take = (
  id: string,
  end: "best" | "worst",
  from: number,
  to: number,
  parts: Partial<Extract<Award, { kind: "take" }>> = {},
): Award => ({
  kind: "take",
  id,
  label: label(id),
  end,
  from: { of: "all" },
  places: { from, to },
  ...parts,
});

function ranks(marks: Record<string, number>, parts: Partial<ProgrammeInput> = {}) {
  const result = scoreRound(markProgramme(parts), markFigures(marks));
  return Object.fromEntries(result.units.map(({ unit: id, rank }) => [id, rank]));
}

function holders(awards: Award[], marks: Record<string, number>) {
  const result = scoreRound(markProgramme({ awards }), markFigures(marks));
  return result.awards.map(({ holders: held, flags }) => [
    held.flatMap(({ units }) => units).join(" "),
    ...flags,
  ]);
}

describe("rank", () => {
  it("is standard competition rank: 1, 2, 2, 4", () => {
    expect(ranks({ "u-1": 70, "u-2": 90, "u-3": 80, "u-4": 80 })).toEqual({
      "u-1": 4,
      "u-2": 1,
      "u-3": 2,
      "u-4": 2,
    });
  });
  it("follows the direction that the programme names", () => {
    const ranking = { by: "total", best: "lowest", within: "all" } as const;
    expect(ranks({ "u-1": 70, "u-2": 90 }, { ranking })).toEqual({ "u-1": 1, "u-2": 2 });
  });
  it("can be counted within each pool", () => {
    const programme = markProgramme({
      ranking: { by: "total", best: "highest", within: "pool" },
    });
    const figures = markFigures(
      { "u-1": 70, "u-2": 90, "u-3": 80 },
      { units: [unit("u-1"), unit("u-2"), unit("u-3", { pool: "enforcement" })] },
    );
    expect(scoreRound(programme, figures).units.map(({ rank }) => rank)).toEqual([2, 1, 1]);
  });
  it("uses tie-breakers in turn, and only then ties", () => {
    const second = entry({ ledger: "bonus", unit: "u-2", entry: "praise", points: 1 });
    const programme = markProgramme({
      ledgers: [
        ...markProgramme().ledgers,
        {
          kind: "points",
          id: "bonus",
          label: label("bonus"),
          role: label("office"),
          catalogue: [{ id: "praise", label: label("praise"), points: 1 }],
        },
      ],
      components: [
        ...markProgramme().components,
        {
          kind: "ledger-points",
          id: "bonus",
          label: label("bonus"),
          ledger: "bonus",
          sign: "add",
          outside: true,
        },
      ],
      ranking: { by: "mark", best: "highest", within: "all", tieBreakers: ["bonus"] },
    });
    const figures = markFigures({ "u-1": 80, "u-2": 80, "u-3": 80 });
    const entries = [...figures.entries, second];
    const result = scoreRound(programme, { ...figures, entries });
    expect(result.units.map(({ rank }) => rank)).toEqual([2, 1, 2]);
  });
  it("is absent for a unit that cannot be computed, which is flagged and never counted as zero", () => {
    const figures = markFigures({ "u-1": 70, "u-2": 90 });
    const units = [...figures.units, unit("u-3")];
    const result = scoreRound(markProgramme(), { ...figures, units });
    expect(unitOf(result, "u-3")).toMatchObject({ flags: ["component_missing"] });
    expect(unitOf(result, "u-3").rank).toBeUndefined();
    expect(shown(unitOf(result, "u-3").total)).toBe("component_missing");
  });
  it("grows by one for each unit that is strictly better", () => {
    const marks = fc.array(fc.nat(8), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(marks, (all) => {
        const named = Object.fromEntries(all.map((mark, index) => [`u-${index}`, mark]));
        const expected = Object.fromEntries(
          all.map((mark, index) => [`u-${index}`, 1 + all.filter((one) => one > mark).length]),
        );
        expect(ranks(named)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an award by places", () => {
  const marks = { "u-1": 90, "u-2": 80, "u-3": 70, "u-4": 60, "u-5": 50 };
  it("counts from its end", () => {
    expect(holders([take("best", "best", 1, 2), take("worst", "worst", 1, 2)], marks)).toEqual([
      ["u-1 u-2"],
      ["u-5 u-4"],
    ]);
  });
  it("takes every unit of a tie across the cut, flagged", () => {
    expect(holders([take("worst", "worst", 1, 2)], { ...marks, "u-3": 60 })).toEqual([
      ["u-5 u-3 u-4", "tie_at_cut"],
    ]);
  });
  it("a tie between two tiers belongs to the first, and both are flagged", () => {
    const tiers = [take("inner", "worst", 1, 2), take("outer", "worst", 3, 4)];
    expect(holders(tiers, { ...marks, "u-3": 60 })).toEqual([
      ["u-5 u-3 u-4", "tie_at_cut"],
      ["u-2", "tie_at_cut"],
    ]);
  });
  it("can be taken from the holders of another award", () => {
    const awards = [
      take("most", "worst", 1, 1, { from: { of: "award", award: "worst" } }),
      take("worst", "worst", 1, 3),
    ];
    expect(holders(awards, marks)).toEqual([["u-5"], ["u-5 u-4 u-3"]]);
  });
  it("may not rest on itself", () => {
    const awards = [
      take("a", "worst", 1, 1, { from: { of: "award", award: "b" } }),
      take("b", "worst", 1, 1, { from: { of: "award", award: "a" } }),
    ];
    expect(() => holders(awards, marks)).toThrow("rests on itself");
  });
});
