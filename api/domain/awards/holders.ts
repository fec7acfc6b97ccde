import type { AwardOf, Programme } from "../../../schema/programme.ts";
import type { RoundFigures, UnitSnapshot } from "../model.ts";
import { compareByRanking, figureOf, type UnitSums } from "../ranking/figures.ts";
import { placesOf, reversed, takePlaces } from "../ranking/places.ts";
import type { Flag, RoundResult } from "../result.ts";
import { workOf } from "../scoring/standing.ts";

/** What awards are given from. */
export interface AwardContext {
  programme: Programme;
  figures: RoundFigures;
  units: readonly UnitSnapshot[];
  sums: ReadonlyMap<string, UnitSums>;
  lists: RoundResult["lists"];
  /** Units that hold another award of this round, and whether that is settled. */
  heldBy: (award: string) => { units: readonly string[]; settled: boolean };
}

/** Units that an award would go to. */
export interface Proposal {
  units: readonly string[];
  flags: readonly Flag[];
  /** Rests on another award that is itself only proposed. */
  unsettled: boolean;
  order?: readonly string[];
}

/** Places counted from one end among all, a pool, a list or the holders of another award. */
export function takeAward(award: AwardOf<"take">, context: AwardContext): Proposal {
  const { among, settled } = amongWhom(award, context);
  const allowed = among.filter((unit) => hasFigure(unit, context));
  const barred = withoutTooLittleWork(award, allowed, context);
  const groups = placesOf(barred.units, endOf(award, context));
  const { units, tie } = takePlaces(groups, award.places.from, award.places.to);
  const flags: Flag[] = tie ? ["tie_at_cut"] : [];
  return { units, flags: [...flags, ...barred.flagsOf(units)], unsettled: !settled };
}

/** How many is a recorded decision; until then only the order is proposed. */
export function decisionAward(award: AwardOf<"by-decision">, context: AwardContext): Proposal {
  const candidates = context.units.map(({ id }) => id).filter((unit) => hasFigure(unit, context));
  const barred = withoutTooLittleWork(award, candidates, context);
  const groups = placesOf(barred.units, endOf(award, context));
  const order = groups.flatMap((group) => group.units);
  const count = context.figures.decisions.findLast(
    ({ kind, about }) => kind === "award-count" && about === award.id,
  )?.count;
  if (count === undefined) return { units: [], flags: ["awaits_decision"], unsettled: true, order };
  const { units, tie } = takePlaces(groups, 1, count);
  const flags: Flag[] = tie ? ["tie_at_cut"] : [];
  return { units, flags: [...flags, ...barred.flagsOf(units)], unsettled: false, order };
}

function amongWhom({ from }: AwardOf<"take">, context: AwardContext) {
  switch (from.of) {
    case "all":
      return { among: context.units.map(({ id }) => id), settled: true };
    case "pool": {
      const pool = context.units.filter((unit) => unit.pool === from.pool);
      return { among: pool.map(({ id }) => id), settled: true };
    }
    case "list":
      return {
        among: context.lists.find(({ list }) => list === from.list)?.units ?? [],
        settled: true,
      };
    case "award": {
      const { units, settled } = context.heldBy(from.award);
      return { among: units, settled };
    }
  }
}

function hasFigure(unit: string, { programme, sums }: AwardContext): boolean {
  const by = programme.ranking?.by;
  return by !== undefined && figureOf(sums.get(unit), by) !== undefined;
}

function endOf(award: { end: "best" | "worst" }, { programme, sums }: AwardContext) {
  const compare = compareByRanking(programme, sums);
  return award.end === "best" ? compare : reversed(compare);
}

/**
 * Leaves out units with too little work, if the award is barred for them. Whose work is not known stays in, and the
 * award is flagged, so that somebody decides.
 */
export function withoutTooLittleWork(
  award: { minimumVolume?: boolean | undefined },
  candidates: readonly string[],
  { programme, figures, units }: AwardContext,
): { units: string[]; flagsOf: (holders: readonly string[]) => Flag[] } {
  const bars = award.minimumVolume === true;
  const work = new Map(units.map((unit) => [unit.id, workOf(programme, figures, unit)]));
  return {
    units: candidates.filter((unit) => !bars || work.get(unit) !== "below"),
    flagsOf: (holders) =>
      bars && holders.some((unit) => work.get(unit) === "unknown") ? ["volume_unknown"] : [],
  };
}
