import type { Award } from "../../../schema/programme.ts";
import type { AwardResult } from "../result.ts";
import type { Rules, ShownUnit } from "./units.ts";

export type ShownAward = Omit<AwardResult, "flags" | "order"> & { flags: readonly string[] };

/** An award that a figure nobody may see would decide is announced only once a recorded decision confirms it. */
export function discloseAward(
  result: AwardResult,
  rules: Rules,
  units: ReadonlyMap<string, ShownUnit>,
): ShownAward {
  const { order: _, ...award } = result;
  if (award.state === "confirmed") return award;
  const restsOnHidden = award.holders.some((holder) =>
    holder.units.some((unit) => !isSeen(award.award, unit, rules, units)),
  );
  if (!restsOnHidden) return award;
  return {
    ...award,
    state: "proposed",
    holders: [],
    effects: [],
    flags: ["rests_on_withheld", "awaits_decision"],
  };
}

function isSeen(
  id: string,
  unit: string,
  rules: Rules,
  units: ReadonlyMap<string, ShownUnit>,
): boolean {
  const award: Award | undefined = rules.programme.awards.find((one) => one.id === id);
  if (award?.kind === "clean-run") return rules.visible(award.stream, unit).ballots !== undefined;
  if (award?.kind === "running") return isSeen(award.award, unit, rules, units);
  return units.get(unit)?.rank.status === "shown";
}
