import type { z } from "zod";
import type { RoundInputs } from "../../../schema/contract/explanations.ts";
import { publicLedgers } from "../../domain/disclosure.ts";
import type { PastRound } from "../../domain/model.ts";
import type { Computed } from "./shape.ts";

/** What the rules took besides ballots, as far as it is public: anybody recomputes with it. */
export function inputsOf({ frozen, figures, scored }: Computed): z.infer<typeof RoundInputs> {
  const { programme } = frozen;
  const { entries, totals } = publicLedgers(programme, figures);
  return {
    window: figures.window,
    units: figures.units.map(({ id, agency, pool, tags, system, township, managedBy }) => ({
      id,
      agency,
      pool,
      tags: [...tags],
      system,
      ...(township !== undefined && { township }),
      managedBy,
    })),
    entries: entries.map(({ modifiers, ...entry }) => ({ ...entry, modifiers: [...modifiers] })),
    totals,
    decisions: figures.decisions.map(({ id, kind, about, count, units, role, reason }) => ({
      id,
      kind,
      about,
      ...(count !== undefined && { count }),
      ...(units && { units: [...units] }),
      role,
      reason,
    })),
    volumes: { ...figures.volumes },
    history: figures.history.map((past) => publicPast(past, programme.disclosure.threshold)),
    lists: scored.lists.map(({ list, units }) => ({ list, units: [...units] })),
  };
}

/** A run over too few ballots says how few and how bad they were. */
function publicPast({ round, awards, runs, volumes }: PastRound, threshold: number) {
  return {
    round,
    awards: awards.map(({ award, unit }) => ({ award, unit })),
    runs: runs.filter(({ ballots }) => ballots >= threshold),
    volumes: { ...volumes },
  };
}
