import { describe, expect, it } from "vitest";
import type { Cell, LedgerEntry, RoundFigures } from "../../../api/domain/model.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import { county } from "../support/counties.ts";
import { entry } from "../support/entries.ts";
import { cell, figuresWith, unit } from "../support/figures.ts";

/** A county of 274 units with ten million ballots on two halves of a year, and a vote. */
function bigCounty(ballotsEach: number): RoundFigures {
  const units = [...Array(274).keys()].map((n) =>
    unit(`u-${n}`, {
      agency: `a-${n % 40}`,
      pool: ["midlevel", "approval", "enforcement"][n % 3] ?? "",
      system: n % 30 === 0 ? "health" : n % 31 === 0 ? "financial" : "general",
      managedBy: n % 7 === 0 ? "dual" : "agency",
      township: `t-${n % 19}`,
    }),
  );
  const cells: Cell[] = units.flatMap(({ id }, n) =>
    ["first-half", "second-half"].flatMap((stream) =>
      ["phone", "sms"].flatMap((channel) =>
        ["satisfied", "basically", "dissatisfied"].map((answer, level) =>
          cell({
            unit: id,
            stream,
            group: "service-objects",
            channel,
            answer,
            count: Math.floor((ballotsEach * (5 - level) * (7 + (n % 11))) / 12 / 12),
          }),
        ),
      ),
    ),
  );
  const entries: LedgerEntry[] = units.flatMap(({ id }, n) => [
    entry({ ledger: "supervisors", assessor: "agency", unit: id, points: 3 + (n % 20) / 10 }),
    entry({ ledger: "supervisors", assessor: "township", unit: id, points: 4 }),
    entry({ ledger: "complaints", entry: "shirking", unit: id, points: 2, on: "2020-05-01" }),
  ]);
  return figuresWith({ units, cells, entries, window: { from: "2020-01-01", to: "2020-12-31" } });
}

describe("the time a round takes", () => {
  const programme = county("pingyang-thousand");

  it("does not depend on the number of ballots, only on the number of counters", () => {
    // Ballots are never visited: the same counters with ten million ballots are as many values to read.
    const few = bigCounty(100);
    const many = bigCounty(36_500);
    const ballots = many.cells.reduce((total, { count }) => total + count, 0);
    expect(ballots).toBeGreaterThan(10_000_000);
    expect(many.cells).toHaveLength(few.cells.length);
    expect(readsOf(programme, many)).toBe(readsOf(programme, few));
  });

  it("gives every unit a result", () => {
    const { units } = scoreRound(programme, bigCounty(36_500));
    expect(units).toHaveLength(274);
    expect(new Set(units.map(({ standing }) => standing))).toEqual(new Set(["appraised"]));
  });
});

/** How often scoring reads a counter. */
function readsOf(programme: ReturnType<typeof county>, figures: RoundFigures): number {
  let reads = 0;
  const cells = figures.cells.map((one) => ({
    ...one,
    get count() {
      reads += 1;
      return one.count;
    },
  }));
  scoreRound(programme, { ...figures, cells });
  expect(reads).toBeGreaterThan(0);
  expect(reads).toBeLessThan(10 * figures.cells.length);
  return reads;
}
