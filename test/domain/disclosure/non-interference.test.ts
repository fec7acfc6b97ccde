import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclose, publishedCells } from "../../../api/domain/disclosure.ts";
import type { Cell, RoundFigures } from "../../../api/domain/model.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import type { Programme } from "../../../schema/programme.ts";
import { county } from "../support/counties.ts";
import { figuresWith, levelCells, unit } from "../support/figures.ts";

/** Everything that is published of a round. */
function published(programme: Programme, figures: RoundFigures) {
  const round = disclose(programme, figures, scoreRound(programme, figures));
  return { round, cells: publishedCells(programme, figures) };
}

const units = ["u-1", "u-2", "u-3", "u-4"].map((id) => unit(id));
const big = fc.integer({ min: 10, max: 40 });

/** One to nine ballots: too few to be seen. */
const few = (levels: readonly string[]) =>
  fc
    .array(fc.constantFrom(...levels), { minLength: 1, maxLength: 9 })
    .map((cast) =>
      Object.fromEntries(levels.map((id) => [id, cast.filter((level) => level === id).length])),
    );

describe("what fewer ballots than the threshold say changes nothing that is published", () => {
  it("where units are not ranked: not a byte", () => {
    const programme = county("neixiang-per-visit");
    const levels = ["very-satisfied", "satisfied", "dissatisfied", "very-dissatisfied"];
    const at = { stream: "window", group: "visitors", channel: "kiosk" };
    const shown = (counts: number[]): Cell[] =>
      counts.flatMap((count, index) =>
        levelCells(
          { satisfied: count, dissatisfied: index },
          { ...at, unit: units[index]?.id ?? "" },
        ),
      );
    const hiddenCells = (said: Record<string, number>) => levelCells(said, { ...at, unit: "u-4" });
    fc.assert(
      fc.property(fc.tuple(big, big, big), few(levels), few(levels), (counts, said, otherwise) => {
        const publicView = (what: Record<string, number>) =>
          published(
            programme,
            figuresWith({
              units,
              cells: [...shown(counts), ...hiddenCells(what)],
              volumes: { "u-1": 90, "u-2": 90, "u-3": 90, "u-4": 90 },
            }),
          );
        expect(publicView(said)).toEqual(publicView(otherwise));
      }),
      { numRuns: 60 },
    );
  });

  it("where units are ranked: nothing but places", () => {
    const programme = county("dianjiang-dianping");
    const levels = ["very-good", "good", "fair", "poor", "very-poor"];
    const at = { stream: "opinion", group: "people-served", channel: "phone" };
    const withoutPlaces = ({ round, cells }: ReturnType<typeof published>) => ({
      cells,
      statistics: round.statistics,
      ballots: round.ballots,
      units: round.units.map(({ rank: _, rankRange: __, awards: ___, ...rest }) => rest),
    });
    fc.assert(
      fc.property(big, few(levels), few(levels), (count, said, otherwise) => {
        const publicView = (what: Record<string, number>) => {
          const cells = [
            ...levelCells({ good: count, poor: 3 }, at),
            ...levelCells({ fair: count }, { ...at, unit: "u-2" }),
            ...levelCells(what, { ...at, unit: "u-4" }),
          ];
          return withoutPlaces(published(programme, figuresWith({ units, cells })));
        };
        expect(publicView(said)).toEqual(publicView(otherwise));
      }),
      { numRuns: 60 },
    );
  });

  it("where small samples take a mean over all units: one or two hidden units are not in any figure", () => {
    const programme = county("pingyang-thousand");
    const levels = ["satisfied", "basically", "dissatisfied"];
    const at = { stream: "first-half", group: "service-objects", channel: "phone" };
    fc.assert(
      fc.property(big, few(levels), few(levels), (count, said, otherwise) => {
        const publicView = (what: Record<string, number>) => {
          const cells = [
            ...levelCells({ satisfied: count, basically: 20 }, at),
            ...levelCells({ satisfied: 7, basically: 8 }, { ...at, unit: "u-2" }),
            ...levelCells(what, { ...at, unit: "u-4" }),
          ];
          const figures = figuresWith({ units, cells, lists: [] });
          return published(programme, figures).round.units.map((one) => one.components);
        };
        expect(publicView(said)).toEqual(publicView(otherwise));
      }),
      { numRuns: 60 },
    );
  });
});
