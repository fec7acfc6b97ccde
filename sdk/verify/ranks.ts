import { groupBy } from "../../api/domain/group-by.ts";
import type { UnitResult } from "../../api/domain/result.ts";
import { type Check, checkFigure, withheld } from "./check.ts";
import type { PublishedUnit } from "./published.ts";
import type { Recomputed } from "./recompute.ts";

/** What can be said of a unit's rank. */
export interface RankCheck {
  check: Check;
  /** Whether the ranks of all units with which it is compared are known. */
  whole: boolean;
}

/** A unit among those with which it is compared. */
interface Entrant {
  id: string;
  published: PublishedUnit;
  /** Its place among all whose figures are known, and the figure. */
  place: number;
  value: number;
  tolerance: number;
}

/**
 * Ranks of all units. Where some unit takes a place without showing it, a rank can only be held against those that are
 * shown: it must leave room for the others, and agree with the order of the figures.
 */
export function checkRanks(
  units: readonly PublishedUnit[],
  recomputed: Recomputed,
): Map<string, RankCheck> {
  const { programme, figures, result, gaps } = recomputed;
  const published = new Map(units.map((unit) => [unit.unit, unit]));
  const pools = new Map(figures.units.map(({ id, pool }) => [id, pool]));
  const appraised = result.units.filter(({ standing }) => standing === "appraised");
  const groups = groupBy(appraised, ({ unit }) =>
    programme.ranking?.within === "pool" ? (pools.get(unit) ?? "") : "",
  );
  const checks = new Map<string, RankCheck>();
  for (const group of groups.values()) {
    const known = group.filter(({ unit }) => !gaps.key(unit));
    const entrants = known.flatMap((unit) => entrantOf(unit, published.get(unit.unit), recomputed));
    const hidden = group.length - known.length;
    for (const [id, check] of checkGroup(entrants, hidden)) checks.set(id, check);
  }
  const takePart = new Set(appraised.map(({ unit }) => unit));
  const shown = new Map(recomputed.shown.units.map((unit) => [unit.unit, unit]));
  for (const unit of units) {
    if (checks.has(unit.unit)) continue;
    const gap = takePart.has(unit.unit) ? gaps.basis(unit.unit) : undefined;
    const check = checkFigure("rank", unit.rank, shown.get(unit.unit)?.rank, gap);
    checks.set(unit.unit, { check, whole: gap === undefined });
  }
  return checks;
}

function entrantOf(
  { unit, rank, total, components, subtotals }: UnitResult,
  published: PublishedUnit | undefined,
  { programme, gaps }: Recomputed,
): Entrant[] {
  const by = programme.ranking?.by;
  if (!published || rank === undefined || by === undefined) return [];
  const outcome =
    by === "total" ? total : [...subtotals, ...components].find(({ id }) => id === by)?.outcome;
  if (outcome?.status !== "computed") return [];
  const tolerance = gaps.tolerance(unit, by);
  return [{ id: unit, published, place: rank, value: outcome.value.valueOf(), tolerance }];
}

function checkGroup(entrants: readonly Entrant[], hidden: number): Map<string, RankCheck> {
  const ordered = [...entrants].sort((left, right) => left.place - right.place);
  const rough = ordered.some(({ tolerance }) => tolerance > 0);
  const bounds = new Map(
    ordered.map((entrant, index) => {
      const better = ordered.findIndex(({ place }) => place === entrant.place);
      const close = rough ? ordered.filter((other) => isClose(entrant, other)).length : 0;
      const surely = rough
        ? ordered
            .slice(0, index)
            .filter((other) => other.place < entrant.place && !isClose(entrant, other)).length
        : better;
      return [entrant.id, { least: surely + 1, most: surely + 1 + hidden + close }];
    }),
  );
  const wrong = contradictions(
    ordered.filter(({ id }) => bounds.get(id)?.least !== bounds.get(id)?.most),
  );
  return new Map(
    ordered.map(({ id, published: { rank } }) => {
      const { least = 0, most = 0 } = bounds.get(id) ?? {};
      return [id, { check: checkRank(rank, least, most, wrong.has(id)), whole: least === most }];
    }),
  );
}

function checkRank(
  rank: PublishedUnit["rank"],
  least: number,
  most: number,
  isWrong: boolean,
): Check {
  if (least === most)
    return checkFigure("rank", rank, { status: "shown", value: least }, undefined);
  if (rank.value === undefined) return withheld("rank", rank, rank.reason);
  if (isWrong || rank.value < least || rank.value > most) {
    return {
      figure: "rank",
      verdict: "different",
      published: rank.value,
      recomputed: `${least}–${most}`,
    };
  }
  return withheld("rank", rank, "other_units_not_published");
}

/** Two figures that a stated mean, known to four places only, cannot tell apart. */
function isClose(left: Entrant, right: Entrant): boolean {
  const tolerance = left.tolerance + right.tolerance;
  return left !== right && tolerance > 0 && Math.abs(left.value - right.value) <= tolerance;
}

/** The fewest units, taken one by one, without which the published ranks agree with the order of the figures. */
function contradictions(entrants: readonly Entrant[]): Set<string> {
  const against = new Map<string, Set<string>>();
  const note = (one: string, other: string) =>
    against.set(one, (against.get(one) ?? new Set()).add(other));
  entrants.forEach((left, index) => {
    for (const right of entrants.slice(index + 1)) {
      if (agree(left, right)) continue;
      note(left.id, right.id);
      note(right.id, left.id);
    }
  });
  const wrong = new Set<string>();
  for (;;) {
    const [worst] = [...against].sort(([, left], [, right]) => right.size - left.size);
    if (!worst || worst[1].size === 0) return wrong;
    const [id, others] = worst;
    wrong.add(id);
    against.delete(id);
    for (const other of others) against.get(other)?.delete(id);
  }
}

function agree(left: Entrant, right: Entrant): boolean {
  const [one, other] = [left.published.rank.value, right.published.rank.value];
  if (one === undefined || other === undefined || isClose(left, right)) return true;
  return Math.sign(one - other) === Math.sign(left.place - right.place);
}
