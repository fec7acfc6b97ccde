import type { z } from "zod";
import type { RoundInputs } from "../../../schema/contract/explanations.ts";
import type { Programme } from "../../../schema/programme.ts";
import { isRunShown, publicLedgers, publishedMeans } from "../../domain/disclosure.ts";
import type { PastRound } from "../../domain/model.ts";
import { runsOf } from "../../domain/scoring.ts";
import type { Computed } from "./shape.ts";

/** What the rules took besides ballots, as far as it is public: anybody recomputes with it. */
export function inputsOf({
  frozen,
  figures,
  scored,
  shown,
  visible,
}: Computed): z.infer<typeof RoundInputs> {
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
    history: figures.history.map((past) => publicPast(past, programme)),
    lists: (figures.lists ?? []).map(({ list, units }) => ({ list, units: [...units] })),
    runs: publicRuns(
      runsOf(programme, figures).filter(
        ({ stream, unit }) => visible(stream, unit).ballots !== undefined,
      ),
      programme,
    ),
    means: publishedMeans(programme, scored, shown),
  };
}

function publicPast({ round, awards, runs, volumes }: PastRound, programme: Programme) {
  return {
    round,
    awards: awards.map(({ award, unit }) => ({ award, unit })),
    runs: publicRuns(runs, programme),
    volumes: { ...volumes },
  };
}

/** A run over too few ballots says how few and how bad they were. */
function publicRuns(runs: PastRound["runs"], programme: Programme) {
  return runs.filter((run) => isRunShown(run, programme)).map(({ hidden: _, ...run }) => run);
}
