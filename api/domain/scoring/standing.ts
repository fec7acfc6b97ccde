import type { Programme } from "../../../schema/programme.ts";
import type { RoundFigures, UnitSnapshot } from "../model.ts";
import type { Flag, UnitResult } from "../result.ts";

type Standing = UnitResult["standing"];

/** Whether a unit takes part in the round, and what is special about that. */
export function standingOf(
  programme: Programme,
  figures: RoundFigures,
  unit: UnitSnapshot,
): { standing: Standing; flags: Flag[] } {
  if (isExempt(programme, figures, unit)) return { standing: "exempt", flags: ["exempt"] };
  if (programme.minimumVolume?.appliesTo !== "round") return { standing: "appraised", flags: [] };
  const work = workOf(programme, figures, unit);
  if (work === "below") return { standing: "below-volume", flags: ["below_minimum_volume"] };
  return { standing: "appraised", flags: work === "unknown" ? ["volume_unknown"] : [] };
}

/** Held the award in each of so many rounds before. A shorter history exempts nobody. */
function isExempt(
  { exemption }: Programme,
  { history }: RoundFigures,
  unit: UnitSnapshot,
): boolean {
  if (!exemption || history.length < exemption.rounds) return false;
  return history
    .slice(-exemption.rounds)
    .every(({ awards }) =>
      awards.some((held) => held.award === exemption.award && held.unit === unit.id),
    );
}

/**
 * Whether a unit has enough work over the trailing rounds. What is known can already be enough;
 * too little of what is only partly known is unknown.
 */
export function workOf(
  { minimumVolume }: Programme,
  { history, volumes }: RoundFigures,
  unit: UnitSnapshot,
): "enough" | "below" | "unknown" {
  const least = minimumVolume?.atLeast.find((rule) => rule.pool === unit.pool)?.volume;
  if (!minimumVolume || least === undefined) return "enough";
  const rounds = [...history.map((past) => past.volumes), volumes].slice(
    -minimumVolume.trailingRounds,
  );
  const known = rounds.flatMap((round) => round[unit.id] ?? []);
  if (known.reduce((sum, volume) => sum + volume, 0) >= least) return "enough";
  return known.length === minimumVolume.trailingRounds ? "below" : "unknown";
}
