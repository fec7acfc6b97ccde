import type { Programme } from "../../../schema/programme.ts";
import { giveAwards } from "../awards/awards.ts";
import type { RoundFigures } from "../model.ts";
import { directionOf, figureOf, spreadOf, type UnitSums } from "../ranking/figures.ts";
import { rankedGroups, ranksOf } from "../ranking/ranks.ts";
import type { Flag, RoundResult } from "../result.ts";
import { contextOf } from "../scoring/context.ts";
import { computed } from "../scoring/scored.ts";
import { standingOf } from "../scoring/standing.ts";
import { intervalOf } from "../uncertainty/interval.ts";
import { type RankRange, rankRanges } from "../uncertainty/rank-range.ts";
import { sumUnits } from "./sums.ts";
import { unitResult } from "./unit.ts";

/** Scores a round: components, shortlist, totals, ranks, awards. The same figures always give the same result. */
export function scoreRound(programme: Programme, figures: RoundFigures): RoundResult {
  const standings = new Map(
    figures.units.map((unit) => [unit.id, standingOf(programme, figures, unit)]),
  );
  const appraised = figures.units.filter(
    (unit) => standings.get(unit.id)?.standing === "appraised",
  );
  const context = contextOf(programme, figures, appraised);
  const { sums, lists } = sumUnits(context);
  const groups = rankedGroups(programme, appraised, sums);
  const ranks = ranksOf(programme, groups, sums);
  const ranges = rangesOf(programme, groups, sums);
  return {
    units: figures.units.map((unit) => {
      const standing = standings.get(unit.id) ?? { standing: "appraised" as const, flags: [] };
      const ranked = { rank: ranks.get(unit.id), range: ranges.get(unit.id) };
      return unitResult(programme, unit, standing, sums.get(unit.id), lists, ranked);
    }),
    lists,
    awards: giveAwards({ programme, figures, units: appraised, sums, lists }),
    flags: roundFlags(programme, figures),
  };
}

function rangesOf(
  programme: Programme,
  groups: readonly string[][],
  sums: ReadonlyMap<string, UnitSums>,
): Map<string, RankRange> {
  const by = programme.ranking?.by ?? "";
  return new Map(
    groups.flatMap((group) => [
      ...rankRanges(
        group.flatMap((unit) => {
          const value = figureOf(sums.get(unit), by);
          const spread = spreadOf(sums.get(unit), by);
          if (!value || !spread) return [];
          const interval = intervalOf({ outcome: computed(value), spread }, "sum");
          return [{ unit, value: value.valueOf(), interval }];
        }),
        directionOf(programme),
      ),
    ]),
  );
}

function roundFlags({ exemption }: Programme, { history }: RoundFigures): Flag[] {
  return exemption && history.length < exemption.rounds ? ["no_history"] : [];
}
