import type { PastRound, UnitSnapshot } from "../../../api/domain/model.ts";
import { among, type Scored, take } from "./clerk.ts";
import type { County, Verdict } from "./county.ts";
import type { Shortlist, Sizes } from "./pingyang.ts";
import { plus, type Ratio, show } from "./ratio.ts";

/** Pingyang County's outcome, from the text: satisfied, dissatisfied, the ends of both, and points on yearly marks. */

/** The committee confirms: what it names, or what is proposed. */
export function outcome(
  county: County,
  history: readonly PastRound[],
  from: { totals: Scored; lists: Shortlist; sizes: Sizes },
): Pick<Verdict, "awards" | "marks"> {
  const confirmed = (award: string, proposal: { units: string[]; tied: boolean }) => {
    const decision = county.decisions.find(
      (it) => it.kind === "confirm-award" && it.about === award,
    );
    if (decision?.units)
      return { units: [...decision.units].sort(), tied: proposal.tied, decision };
    return { ...proposal, decision };
  };
  const { totals, lists, sizes } = from;
  const satisfied = confirmed(
    "satisfied",
    take(among(totals, lists.top), "highest", sizes.awarded),
  );
  const dissatisfied = confirmed(
    "dissatisfied",
    take(among(totals, lists.bottom), "lowest", sizes.awarded),
  );
  const bestOf = (places: number) => take(among(totals, satisfied.units), "highest", places);
  const worstOf = (places: number) => take(among(totals, dissatisfied.units), "lowest", places);
  const most = worstOf(sizes.ends);
  const lastYear = history[history.length - 1]?.awards ?? [];
  const again = most.units.filter((unit) =>
    lastYear.some((award) => award.award === "most-dissatisfied" && award.unit === unit),
  );
  const award = (
    taken: { units: string[]; tied: boolean },
    state: "any" | "final" | "proposed" | "confirmed",
  ) => ({
    holders: taken.units.map((unit) => `unit ${unit} (${unit})`),
    tied: taken.tied,
    state,
  });
  const stateOf = (decided: { decision: unknown }) =>
    decided.decision === undefined ? ("proposed" as const) : ("confirmed" as const);
  // What rests on a title is settled when the title is.
  const restingOn = (decided: { decision: unknown }) =>
    decided.decision === undefined ? ("proposed" as const) : ("final" as const);
  return {
    awards: {
      satisfied: award(satisfied, stateOf(satisfied)),
      "satisfied-top-three": award(bestOf(sizes.ends), restingOn(satisfied)),
      dissatisfied: award(dissatisfied, stateOf(dissatisfied)),
      "most-dissatisfied": award(most, restingOn(dissatisfied)),
      "most-dissatisfied-again": award({ units: again, tied: false }, "any"),
      "city-best": award(bestOf(1), restingOn(satisfied)),
      "city-worst": award(worstOf(1), restingOn(dissatisfied)),
    },
    marks: yearlyMarks(county.units, {
      satisfied: satisfied.units,
      dissatisfied: dissatisfied.units,
      most: most.units,
    }),
  };
}

/** ±5 to whoever manages the unit; both: 5 and 2.5; the most dissatisfied lose 10 (and 5) instead. */
function yearlyMarks(
  units: readonly UnitSnapshot[],
  held: { satisfied: string[]; dissatisfied: string[]; most: string[] },
): Record<string, string> {
  const marks: Record<string, string> = {};
  for (const unit of units) {
    const up = held.satisfied.includes(unit.id) ? 10n : 0n;
    const worst = held.most.includes(unit.id) ? -20n : -10n;
    const halfPoints = up + (held.dissatisfied.includes(unit.id) ? worst : 0n);
    if (halfPoints === 0n) continue;
    const give = (to: string, points: bigint, under: bigint) => {
      const reduced: Ratio = plus({ over: points, under }, { over: 0n, under: 1n });
      marks[`${to} by ${unit.id}`] = show(reduced);
    };
    if (unit.managedBy !== "township") give(`agency ${unit.agency}`, halfPoints, 2n);
    if (unit.managedBy === "township") give(`township ${unit.township}`, halfPoints, 2n);
    if (unit.managedBy === "dual") give(`township ${unit.township}`, halfPoints, 4n);
  }
  return marks;
}
