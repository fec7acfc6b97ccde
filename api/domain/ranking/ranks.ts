import type { Programme } from "../../../schema/programme.ts";
import { groupBy } from "../group-by.ts";
import type { UnitSnapshot } from "../model.ts";

import { compareByRanking, figureOf, type UnitSums } from "./figures.ts";
import { placesOf } from "./places.ts";

/** Units that have the figure by which is ranked, in the groups in which they are compared. */
export function rankedGroups(
  programme: Programme,
  units: readonly UnitSnapshot[],
  sums: ReadonlyMap<string, UnitSums>,
): string[][] {
  const { ranking } = programme;
  if (!ranking) return [];
  const ranked = units.filter((unit) => figureOf(sums.get(unit.id), ranking.by) !== undefined);
  const groups = groupBy(ranked, (unit) => (ranking.within === "pool" ? unit.pool : ""));
  return [...groups.values()].map((group) => group.map(({ id }) => id));
}

/** Standard competition ranks: 1, 2, 2, 4. A unit without the figure has no rank. */
export function ranksOf(
  programme: Programme,
  groups: readonly string[][],
  sums: ReadonlyMap<string, UnitSums>,
): Map<string, number> {
  const compare = compareByRanking(programme, sums);
  const ranks = new Map<string, number>();
  for (const group of groups) {
    for (const { place, units } of placesOf(group, compare)) {
      for (const unit of units) ranks.set(unit, place);
    }
  }
  return ranks;
}
