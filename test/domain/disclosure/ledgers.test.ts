import fc from "fast-check";
import { expect, test } from "vitest";
import { publicLedgers } from "../../../api/domain/disclosure.ts";
import type { LedgerEntry } from "../../../api/domain/model.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import type { ProgrammeInput } from "../../../schema/programme.ts";
import { recompute } from "../../../sdk/verify/index.ts";
import { figuresWith, unit } from "../support/figures.ts";
import { label, programmeWith } from "../support/programme.ts";

type Component = NonNullable<ProgrammeInput["components"]>[number];

const modifiers = [{ id: "serious", label: label("serious"), times: 2 }];
const quarter = (id: string, from: string, to: string) => ({ id, window: { from, to } });
const kinds: Record<string, Component> = {
  added: {
    kind: "ledger-points",
    id: "score",
    label: label("score"),
    ledger: "facts",
    sign: "subtract",
    cap: 9,
  },
  "counted once a deed": {
    kind: "ledger-points",
    id: "score",
    label: label("score"),
    ledger: "facts",
    sign: "add",
    onePerDeed: true,
  },
  "a sheet of parts and periods": {
    kind: "deduction-sheet",
    id: "score",
    label: label("score"),
    points: 20,
    ledger: "facts",
    parts: [
      { id: "year", label: label("year"), full: 10, entries: ["late"] },
      {
        id: "quarters",
        label: label("quarters"),
        full: 10,
        entries: ["rude"],
        periods: [
          quarter("q1", "2024-01-01", "2024-06-30"),
          quarter("q2", "2024-07-01", "2024-12-31"),
        ],
      },
    ],
  },
};

const facts: fc.Arbitrary<LedgerEntry[]> = fc
  .array(
    fc.record({
      unit: fc.constantFrom("u-1", "u-2"),
      entry: fc.constantFrom("late", "rude"),
      points: fc.integer({ min: 1, max: 16 }).map((quarters) => quarters / 4),
      modifiers: fc.subarray(["serious"]),
      on: fc.constantFrom("2023-12-31", "2024-02-01", "2024-06-30", "2024-07-01", "2025-01-01"),
      deed: fc.option(fc.constantFrom("d-1", "d-2"), { nil: undefined }),
    }),
    { maxLength: 12 },
  )
  .map((entries) => entries.map((fact, index) => ({ ...fact, id: `e-${index}`, ledger: "facts" })));

test.each(Object.entries(kinds))(
  "facts that could tell of a person are published as sums, and the score from the sums is the same: %s",
  (_, component) => {
    const programme = programmeWith({
      components: [component],
      ledgers: [
        {
          kind: "points",
          id: "facts",
          label: label("facts"),
          role: label("office"),
          identifiesPeople: true,
          catalogue: ["late", "rude"].map((id) => ({
            id,
            label: label(id),
            points: { from: 0, to: 10 },
            modifiers,
          })),
        },
      ],
    });
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 11 }), (entries, cancelled) => {
        const victim = entries[cancelled];
        const counter = victim && {
          ...victim,
          id: "counter",
          points: 0,
          modifiers: [],
          cancels: victim.id,
        };
        const figures = figuresWith({
          units: [unit("u-1"), unit("u-2")],
          entries: [...entries, ...(counter ? [counter] : [])],
        });
        const published = publicLedgers(programme, figures);
        expect(published.entries).toEqual([]);
        const { means: _none, ...round } = figures;
        const { result } = recompute(programme, [], published, round);
        const scoresOf = (units: typeof result.units) =>
          units.map(({ components: [score] }) =>
            score?.outcome.status === "computed" ? score.outcome.value.toFraction() : undefined,
          );
        expect(scoresOf(result.units)).toEqual(scoresOf(scoreRound(programme, figures).units));
      }),
      { numRuns: 200, seed: 20_240_701 },
    );
  },
);

test("facts that tell of nobody are published one by one, without reason or evidence", () => {
  const programme = programmeWith({
    components: [kinds.added ?? []].flat(),
    ledgers: [
      {
        kind: "points",
        id: "facts",
        label: label("facts"),
        role: label("office"),
        catalogue: [{ id: "late", label: label("late"), points: 1 }],
      },
    ],
  });
  const fact = { ledger: "facts", unit: "u-1", entry: "late", points: 1, modifiers: [] };
  const recorded = {
    ...fact,
    id: "e-1",
    on: "2024-02-01",
    role: "Office",
    reason: "Somebody complained.",
    evidence: "File 12",
  };
  const { entries, totals } = publicLedgers(programme, figuresWith({ entries: [recorded] }));
  expect(entries).toEqual([{ ...fact, id: "e-1", on: "2024-02-01" }]);
  expect(totals).toEqual([]);
});
