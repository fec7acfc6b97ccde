import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoundFigures } from "../../../api/domain/model.ts";
import type { ComponentResult, RoundResult, TraceStep } from "../../../api/domain/result.ts";
import { exact, roundHalfUp, scoreRound } from "../../../api/domain/scoring.ts";
import { mergeCells } from "../../../api/domain/tally.ts";
import { county } from "../support/counties.ts";
import { entry } from "../support/entries.ts";
import { figuresWith, levelCells } from "../support/figures.ts";
import { evaluate } from "../support/formula.ts";
import { pingyangRounds } from "../support/pingyang.ts";
import { fiveLevels, programmeWith } from "../support/programme.ts";
import { componentOf } from "../support/results.ts";

const pingyang = county("pingyang-thousand");

/** A result with its exact figures as text, so that two can be compared. */
function told(result: RoundResult): string {
  return JSON.stringify(result, (_, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}

function checkStep({ formula, result }: TraceStep): void {
  expect(evaluate(formula).equals(exact(result))).toBe(true);
}

function checkComponent({ outcome, trace }: ComponentResult): void {
  trace.forEach(checkStep);
  const last = trace.at(-1);
  if (outcome.status === "computed" && last) {
    expect(outcome.value.equals(exact(last.result))).toBe(true);
  }
}

describe("scores are exact and do not depend on order", () => {
  it("of cells, entries or history of the same round", () => {
    fc.assert(
      fc.property(pingyangRounds, (figures) => {
        const backwards: RoundFigures = {
          ...figures,
          cells: [...figures.cells].reverse(),
          entries: [...figures.entries].reverse(),
        };
        expect(told(scoreRound(pingyang, backwards))).toBe(told(scoreRound(pingyang, figures)));
      }),
      { numRuns: 40 },
    );
  });

  it("a merged tally scores as its parts together", () => {
    fc.assert(
      fc.property(pingyangRounds, (figures) => {
        const merged = { ...figures, cells: mergeCells(figures.cells) };
        expect(told(scoreRound(pingyang, merged))).toBe(told(scoreRound(pingyang, figures)));
      }),
      { numRuns: 40 },
    );
  });

  it("voiding an entry and reinstating it changes nothing", () => {
    fc.assert(
      fc.property(pingyangRounds, (figures) => {
        const [first] = figures.entries;
        if (!first) return;
        const voided = entry({
          id: "void",
          ledger: first.ledger,
          unit: first.unit,
          cancels: first.id,
        });
        const back = entry({ id: "back", ledger: first.ledger, unit: first.unit, cancels: "void" });
        const score = (entries: RoundFigures["entries"]) =>
          told(scoreRound(pingyang, { ...figures, entries }));
        expect(score([...figures.entries, voided, back])).toBe(score(figures.entries));
        expect(score([...figures.entries, voided])).toBe(score(figures.entries.slice(1)));
      }),
      { numRuns: 40 },
    );
  });

  it("every step of every trace is a formula that gives its result", () => {
    fc.assert(
      fc.property(pingyangRounds, (figures) => {
        for (const unit of scoreRound(pingyang, figures).units) {
          unit.components.forEach(checkComponent);
          unit.trace.forEach(checkStep);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("a better rating never lowers a unit's own score", () => {
  const programme = programmeWith({
    components: [
      {
        kind: "levels-mean",
        id: "score",
        label: { zh: "分", en: "score" },
        points: 100,
        stream: "ratings",
        smallSample: { below: 30, own: 0.3, mean: 0.7 },
        noBallots: "mean",
      },
    ],
  });
  const scoreOf = (counts: Record<string, number>) => {
    const cells = [...levelCells(counts), ...levelCells({ fair: 50 }, { unit: "u-2" })];
    const units = figuresWith().units.flatMap((one) => [one, { ...one, id: "u-2" }]);
    const { outcome } = componentOf(
      scoreRound(programme, figuresWith({ units, cells })),
      "u-1",
      "score",
    );
    if (outcome.status !== "computed") throw new Error("a score");
    return outcome.value;
  };
  const levels = fiveLevels.map(({ id }) => id);

  it("on the same side of the small-sample threshold", () => {
    const ballots = fc.record(Object.fromEntries(levels.map((id) => [id, fc.nat(12)])));
    fc.assert(
      fc.property(ballots, fc.constantFrom(...levels), (counts, added) => {
        const n = levels.reduce((total, id) => total + (counts[id] ?? 0), 0);
        const own = scoreOf({ ...counts, [added]: (counts[added] ?? 0) + 1 });
        const best = scoreOf({ ...counts, excellent: (counts.excellent ?? 0) + 1 });
        if (n === 0 || n + 1 === 30) return;
        expect(best.gte(scoreOf(counts))).toBe(true);
        // And of two ratings the better one never gives the lower score, on either side.
        expect(best.gte(own)).toBe(true);
      }),
    );
  });

  it("turning one ballot into a better one never lowers it either", () => {
    const ballots = fc.array(fc.nat(4), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(ballots, fc.nat(), (cast, which) => {
        const tally = (all: number[]) =>
          Object.fromEntries(
            levels.map((id, index) => [id, all.filter((level) => level === index).length]),
          );
        const index = which % cast.length;
        const better = cast.map((level, at) => (at === index ? Math.max(0, level - 1) : level));
        expect(scoreOf(tally(better)).gte(scoreOf(tally(cast)))).toBe(true);
      }),
    );
  });
});

describe("rounding is half up at four decimals, only when shown", () => {
  it.each([
    ["1/3", "0.3333"],
    ["2/3", "0.6667"],
    ["0.00005", "0.0001"],
    ["0.00004999", "0"],
    ["-0.00005", "0"],
    ["-0.00006", "-0.0001"],
    ["-13/3", "-4.3333"],
    ["77", "77"],
    ["12345678901234567890.12345", "12345678901234567890.1235"],
  ])("%s is shown as %s", (value, shown) => {
    expect(roundHalfUp(exact(value))).toBe(shown);
  });
});
