import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclose, publishedCells } from "../../../api/domain/disclosure.ts";
import type { Cell } from "../../../api/domain/model.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import { ballotCount, mergeCells } from "../../../api/domain/tally.ts";
import { county } from "../support/counties.ts";
import { cell, figuresWith, unit } from "../support/figures.ts";

const threshold = 10;
const programme = county("haifeng-ten-thousand");
const groups = programme.groups.map(({ id }) => id);
const types = ["delegate", "farmer", "enterprise", ""];
const units = ["u-1", "u-2", "u-3"].map((id) => unit(id));

/** Sheets and opinions of some groups about some units; small numbers are as frequent as large ones. */
const counts = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 10, max: 30 }),
);

const sheets = fc
  .tuple(fc.constantFrom("u-1", "u-2", "u-3"), fc.constantFrom(...groups), counts)
  .map(([of, group, count]): Cell[] => [
    cell({
      unit: of,
      group,
      channel: "paper",
      stream: "sheets",
      question: "total",
      count,
      sum: count * 7000,
      sumOfSquares: count * 7000 ** 2,
    }),
  ]);

const opinions = fc
  .tuple(
    fc.constantFrom("u-1", "u-2", "u-3"),
    fc.constantFrom(...groups),
    fc.constantFrom(...types),
    counts,
  )
  .map(([of, group, type, count]): Cell[] => {
    const at = { unit: of, group, channel: "paper", stream: "opinions", count };
    const question = type === "" ? "question/openness" : `question/openness/${type}`;
    return [
      cell({ ...at, question: "respondent", answer: type }),
      cell({ ...at, question, answer: "satisfied" }),
    ];
  });

const rounds = fc
  .array(fc.oneof(sheets, opinions), { maxLength: 20 })
  .map((cells) => mergeCells(...cells));

/** Ballots that a choice of true cells holds. */
function population(cells: readonly Cell[], stream: string, where: (cell: Cell) => boolean) {
  const form = programme.instruments.find(
    ({ id }) => id === programme.streams.find((one) => one.id === stream)?.instrument,
  );
  if (!form) throw new Error(stream);
  return ballotCount(
    cells.filter((one) => one.stream === stream && where(one)),
    form,
  );
}

/** Nobody, or enough. */
function isSafe(count: number): boolean {
  return count === 0 || count >= threshold;
}

/** Every part into which published counters take a unit's ballots, with the true ballots in it. */
function partsOf(cells: readonly Cell[], shown: readonly Cell[], stream: string, of: string) {
  const own = shown.filter((one) => one.stream === stream && one.unit === of);
  const labels = new Set(own.map(({ group }) => group));
  const answers = new Set(
    own.filter(({ question }) => question === "respondent").map(({ answer }) => answer),
  );
  const inGroup = (label: string) => (one: Cell) =>
    one.unit === of && (label === "all" || one.group === label);
  return [...labels].flatMap((label) => [
    population(cells, stream, inGroup(label)),
    ...(answers.size > 1
      ? [...answers].map((type) =>
          population(cells, stream, (one) => inGroup(label)(one) && one.answer === type),
        )
      : []),
  ]);
}

describe("no figure, and no difference of figures, rests on fewer ballots than the threshold", () => {
  it("in the published counters: every group and type of respondent that is told apart is nobody or enough", () => {
    fc.assert(
      fc.property(rounds, (cells) => {
        const shown = publishedCells(programme, { cells, units });
        for (const stream of ["sheets", "opinions"]) {
          for (const { id } of units) {
            const parts = partsOf(cells, shown, stream, id);
            expect(parts.filter((count) => !isSafe(count))).toEqual([]);
          }
        }
      }),
    );
  });

  it("a unit's parts never mix with their sum, so nothing is left when the parts are subtracted", () => {
    fc.assert(
      fc.property(rounds, (cells) => {
        for (const { id } of units) {
          const own = publishedCells(programme, { cells, units }).filter(
            ({ unit: of }) => of === id,
          );
          const labels = new Set(own.map(({ stream, group }) => `${stream} ${group}`));
          for (const stream of ["sheets", "opinions"]) {
            const told = [...labels].filter((label) => label.startsWith(stream));
            expect(told.includes(`${stream} all`) && told.length > 1).toBe(false);
          }
        }
      }),
    );
  });

  it("a total over all units is the sum of those shown, and no unit's ballots are in a figure of others", () => {
    fc.assert(
      fc.property(rounds, (cells) => {
        const figures = figuresWith({ units, cells });
        const round = disclose(programme, figures, scoreRound(programme, figures));
        const shownUnits = units.filter(
          ({ id }) => population(cells, "opinions", (one) => one.unit === id) >= threshold,
        );
        const whole = round.statistics.tables
          .filter(({ question }) => question === "openness")
          .flatMap(({ answers }) => answers)
          .map(({ count }) => (count.status === "shown" ? count.value : 0))
          .reduce((total, count) => total + count, 0);
        const own = shownUnits.map(({ id }) =>
          population(cells, "opinions", (one) => one.unit === id),
        );
        expect(whole).toBe(own.reduce((total, count) => total + count, 0));
      }),
    );
  });

  it("a score is shown only where each of its groups is nobody or enough", () => {
    fc.assert(
      fc.property(rounds, (cells) => {
        const figures = figuresWith({ units, cells });
        const round = disclose(programme, figures, scoreRound(programme, figures));
        for (const { unit: of, components } of round.units) {
          const score = components.find(({ id }) => id === "sheet-score");
          const each = groups.map((group) =>
            population(cells, "sheets", (one) => one.unit === of && one.group === group),
          );
          if (score?.figure.status === "shown") expect(each.every(isSafe)).toBe(true);
        }
      }),
    );
  });
});
