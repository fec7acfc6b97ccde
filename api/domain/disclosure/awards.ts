import type { Award, Programme } from "../../../schema/programme.ts";
import { effectsOf, outrankedIn } from "../awards/effects.ts";
import type { PastRound, RoundFigures } from "../model.ts";
import type { AwardResult } from "../result.ts";
import { workOf } from "../scoring/standing.ts";
import type { Rules, ShownUnit } from "./units.ts";

export type ShownAward = Omit<AwardResult, "flags" | "order"> & { flags: readonly string[] };

/** Rules with what else an award rests on: earlier rounds, and other awards. */
export type AwardRules = Rules & { figures: RoundFigures; awards: readonly AwardResult[] };

/** An award that a figure nobody may see would decide is announced only once a recorded decision confirms it. */
export function discloseAward(
  result: AwardResult,
  rules: AwardRules,
  units: ReadonlyMap<string, ShownUnit>,
): ShownAward {
  const { order: _, ...award } = result;
  if (award.state === "confirmed") return award;
  const rule = rules.programme.awards.find(({ id }) => id === award.award);
  if (rule?.kind === "clean-run") return discloseCleanRun(award, rule, rules);
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
  // Who holds a clean run in public has shown every ballot of it.
  if (award?.kind === "clean-run") return true;
  if (award?.kind === "running") return isSeen(award.award, unit, rules, units);
  return units.get(unit)?.rank.status === "shown";
}

/**
 * A clean run says that no ballot was bad. Of too few ballots, in this round or in one that counts for it, it says that
 * neither by naming a unit nor by leaving it out: such a unit holds the award only by a recorded decision.
 */
function discloseCleanRun(
  award: Omit<AwardResult, "order">,
  rule: Extract<Award, { kind: "clean-run" }>,
  { programme, visible, figures, awards }: AwardRules,
): ShownAward {
  const past = rule.rounds > 1 ? figures.history.slice(1 - rule.rounds) : [];
  const isRunSeen = (unit: string) =>
    visible(rule.stream, unit).ballots !== undefined &&
    past.every(({ runs }) =>
      runs.some(
        (run) => run.unit === unit && run.stream === rule.stream && isRunShown(run, programme),
      ),
    );
  const holders = award.holders.flatMap((holder) => {
    const units = holder.units.filter(isRunSeen);
    return units.length > 0 ? [{ ...holder, units }] : [];
  });
  const outranked = outrankedIn(rule, programme, (id) =>
    awards
      .filter((other) => other.award === id)
      .flatMap((other) => other.holders.flatMap(({ units }) => units)),
  );
  const works = figures.units.filter(({ id }) => holders.some(({ units }) => units.includes(id)));
  const isUnknown =
    rule.minimumVolume === true &&
    works.some((unit) => workOf(programme, figures, unit) === "unknown");
  return {
    ...award,
    holders,
    effects: effectsOf(
      rule,
      holders,
      new Map(figures.units.map((unit) => [unit.id, unit])),
      outranked,
    ),
    state: rule.confirmedBy !== undefined || isUnknown ? "proposed" : "final",
    flags: award.flags.filter((flag) => flag !== "volume_unknown" || isUnknown),
  };
}

/** Whether a round's clean run may be told: of its ballots, as of all, none or enough. */
export function isRunShown(
  { ballots, hidden }: PastRound["runs"][number],
  { disclosure: { threshold } }: Pick<Programme, "disclosure">,
): boolean {
  return ballots >= threshold && hidden !== true;
}
