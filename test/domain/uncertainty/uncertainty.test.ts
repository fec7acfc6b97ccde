import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "../../../api/domain/result.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import { wilson } from "../../../api/domain/uncertainty/interval.ts";
import { rankRanges } from "../../../api/domain/uncertainty/rank-range.ts";
import { county } from "../support/counties.ts";
import { cell, figuresWith, levelCells, unit } from "../support/figures.ts";
import { componentOf, unitOf } from "../support/results.ts";

const dianjiang = county("dianjiang-dianping");
const at = { stream: "opinion", group: "people-served", channel: "sms" };

function intervalOf(counts: Record<string, number>): Interval {
  const figures = figuresWith({ cells: levelCells(counts, at) });
  return componentOf(scoreRound(dianjiang, figures), "u-1", "opinion-score").interval;
}

describe("an interval says how far a figure may lie off by chance", () => {
  it("around a mean of levels: mean ± 1.96 standard errors", () => {
    // 25 of 100 and 25 of 60: mean 80, sample variance 20² × 50/49, standard error 20/7.
    expect(intervalOf({ "very-good": 25, fair: 25 })).toMatchObject({ method: "mean-normal" });
    const interval = intervalOf({ "very-good": 25, fair: 25 });
    if (interval.status !== "computed") throw new Error("an interval");
    expect(interval.low).toBeCloseTo(80 - (1.959964 * 20) / 7, 4);
    expect(interval.high).toBeCloseTo(80 + (1.959964 * 20) / 7, 4);
  });
  it("says where no valid one exists", () => {
    expect(intervalOf({ "very-good": 15, fair: 14 })).toMatchObject({ reason: "too_few_ballots" });
    expect(intervalOf({ "very-good": 90 })).toMatchObject({ reason: "no_spread" });
    expect(intervalOf({})).toMatchObject({ reason: "not_computable" });
  });
  it("of a total adds the variances of its parts; ledgers add none", () => {
    const figures = figuresWith({ cells: levelCells({ "very-good": 25, fair: 25 }, at) });
    const { interval } = unitOf(scoreRound(dianjiang, figures), "u-1");
    expect(interval).toMatchObject({ status: "computed", method: "sum" });
  });
  it("of sheets rests on n, Σ and Σ² of each group", () => {
    const group = (id: string, count: number) =>
      cell({
        stream: "sheets",
        group: id,
        channel: "paper",
        question: "total",
        count,
        // Half of the sheets at 70, half at 80 points.
        sum: count * 7500,
        sumOfSquares: (count / 2) * (7000 ** 2 + 8000 ** 2),
      });
    const programme = county("haifeng-ten-thousand");
    const score = (...cells: ReturnType<typeof group>[]) =>
      componentOf(scoreRound(programme, figuresWith({ cells })), "u-1", "sheet-score");
    const one = score(group("public", 100));
    if (one.interval.status !== "computed") throw new Error("an interval");
    // Standard deviation √(2500/99), standard error √(25/99).
    expect(one.interval.high).toBeCloseTo(75 + 1.959964 * Math.sqrt(25 / 99), 4);
    expect(score(group("public", 100), group("delegates", 10)).interval).toMatchObject({
      reason: "part_without_interval",
    });
  });
  it("Wilson holds at the ends and contains the share", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const [count, n] = [Math.min(a, b), Math.max(a, b, 1)];
        const interval = wilson(count, n);
        if (interval.status !== "computed") throw new Error("an interval");
        expect(interval.low).toBeLessThanOrEqual(count / n);
        expect(interval.high).toBeGreaterThanOrEqual(count / n);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("a range of ranks", () => {
  const span = (id: string, low: number, high: number) => ({
    unit: id,
    value: (low + high) / 2,
    interval: { status: "computed", low, high, method: "sum" } satisfies Interval,
  });
  it("holds the units that the data cannot tell apart", () => {
    const figures = [span("u-1", 80, 90), span("u-2", 78, 82), span("u-3", 50, 60)];
    expect([...rankRanges(figures, "highest")]).toEqual([
      ["u-1", { best: 1, worst: 2 }],
      ["u-2", { best: 1, worst: 2 }],
      ["u-3", { best: 3, worst: 3 }],
    ]);
    expect(rankRanges(figures, "lowest").get("u-3")).toEqual({ best: 1, worst: 1 });
  });
  it("a unit without a valid interval can be anywhere, and has no range", () => {
    const vague = {
      unit: "u-4",
      value: 99,
      interval: { status: "no_interval", reason: "too_few_ballots" } satisfies Interval,
    };
    const ranges = rankRanges([span("u-1", 80, 90), vague], "highest");
    expect(ranges.get("u-4")).toBeUndefined();
    expect(ranges.get("u-1")).toEqual({ best: 1, worst: 2 });
  });
  it("always holds the official rank, which it never changes", () => {
    const units = ["u-1", "u-2", "u-3", "u-4", "u-5"];
    const counts = fc.record({ "very-good": fc.nat(60), fair: fc.nat(60), poor: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 5, maxLength: 5 }), (all) => {
        const cells = all.flatMap((of, index) =>
          levelCells(of, { ...at, unit: units[index] ?? "" }),
        );
        const figures = figuresWith({ units: units.map((id) => unit(id)), cells });
        for (const { rank, rankRange } of scoreRound(dianjiang, figures).units) {
          if (rank === undefined || rankRange === undefined) continue;
          expect(rankRange.best).toBeLessThanOrEqual(rank);
          expect(rankRange.worst).toBeGreaterThanOrEqual(rank);
        }
      }),
    );
  });
});
