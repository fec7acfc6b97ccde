import { workOf } from "../../api/domain/scoring/standing.ts";
import type { Programme } from "./published.ts";
import type { Recomputed } from "./recompute.ts";

type Award = Programme["awards"][number];
type AwardOf<Kind extends Award["kind"]> = Extract<Award, { kind: Kind }>;

/** Whether a unit holds an award; undefined where that rests on something that is not published. */
export type Membership = (unit: string) => boolean | undefined;

interface Places {
  from: number;
  to: number;
  end: "best" | "worst";
  among: Membership;
}

/** A unit whose figure is known. */
interface Candidate {
  unit: string;
  pool: string;
  rank: number;
  value: number;
  tolerance: number;
  /** Whether it is surely among those whose places are counted. */
  certain: boolean;
}

/**
 * Who is surely within or beyond some places, although others take a place without showing it: each of those may be
 * before or behind.
 */
export function placeMembership(award: Award, places: Places, recomputed: Recomputed): Membership {
  const { programme, figures, result, gaps } = recomputed;
  const snapshots = new Map(figures.units.map((unit) => [unit.id, unit]));
  const isBarred = (id: string) => {
    const unit = snapshots.get(id);
    if (award.minimumVolume !== true || !unit) return false;
    return workOf(programme, figures, unit) === "below";
  };
  const able = result.units.filter(
    ({ unit, standing }) =>
      standing === "appraised" && places.among(unit) !== false && !isBarred(unit),
  );
  const hidden = new Set(able.filter(({ unit }) => gaps.key(unit)).map(({ unit }) => unit));
  const by = programme.ranking?.by ?? "";
  const candidates = able.flatMap((one): Candidate[] => {
    const { unit, rank } = one;
    const value = figureOf(one, by);
    if (hidden.has(unit) || rank === undefined || value === undefined) return [];
    const pool = programme.ranking?.within === "pool" ? (snapshots.get(unit)?.pool ?? "") : "";
    const tolerance = gaps.tolerance(unit, by);
    return [{ unit, pool, rank, value, tolerance, certain: places.among(unit) === true }];
  });
  const known = new Map(candidates.map((candidate) => [candidate.unit, candidate]));

  return (unit) => {
    if (hidden.has(unit)) return undefined;
    const own = known.get(unit);
    if (!own) return false;
    const before = candidates
      .filter((other) => other !== own)
      .map((other) => ({ certain: other.certain, is: isBefore(other, own, places.end) }));
    const least = 1 + before.filter(({ is, certain }) => is === true && certain).length;
    const most = 1 + hidden.size + before.filter(({ is }) => is !== false).length;
    return isWithin(places, least, most, own.certain);
  };
}

function isWithin(
  { from, to }: Places,
  least: number,
  most: number,
  certain: boolean,
): boolean | undefined {
  if (most < from || least > to) return false;
  return certain && from <= least && most <= to ? true : undefined;
}

/** Undefined where a mean of four places, or another pool, leaves it open. */
function isBefore(left: Candidate, right: Candidate, end: Places["end"]): boolean | undefined {
  const slack = left.tolerance + right.tolerance;
  if (left.pool !== right.pool) return undefined;
  if (slack > 0 && Math.abs(left.value - right.value) <= slack) return undefined;
  return end === "best" ? left.rank < right.rank : left.rank > right.rank;
}

/** The figure by which is ranked, as a float: only for telling whether two are close. */
function figureOf(
  { total, subtotals, components }: Recomputed["result"]["units"][number],
  by: string,
): number | undefined {
  const outcome =
    by === "total" ? total : [...subtotals, ...components].find(({ id }) => id === by)?.outcome;
  return outcome?.status === "computed" ? outcome.value.valueOf() : undefined;
}

/** Among whom the places of an award are counted. */
export function amongWhom(
  { from }: AwardOf<"take">,
  { figures, result, gaps }: Recomputed,
  holds: (award: string) => Membership,
): Membership {
  switch (from.of) {
    case "all":
      return () => true;
    case "pool": {
      const pool = new Set(
        figures.units.filter((one) => one.pool === from.pool).map(({ id }) => id),
      );
      return (unit) => pool.has(unit);
    }
    case "list": {
      const listed = new Set(result.lists.find(({ list }) => list === from.list)?.units);
      return (unit) => (gaps.lists ? undefined : listed.has(unit));
    }
    case "award":
      return holds(from.award);
  }
}
