import type { AwardOf, Programme } from "../../../schema/programme.ts";
import type { PastRound, RoundFigures } from "../model.ts";
import type { RoundResult } from "../result.ts";
import { contextOf, instrumentOf, named, type ScoringContext } from "../scoring/context.ts";
import { splitByWindow } from "../scoring/entries.ts";
import { badCount, ballotCount } from "../tally/counts.ts";
import { type AwardContext, type Proposal, withoutTooLittleWork } from "./holders.ts";

type Run = PastRound["runs"][number];

/** So many rounds in a row without a bad rating, this one included, each with at least one valid ballot. */
export function cleanRunAward(award: AwardOf<"clean-run">, context: AwardContext): Proposal {
  const before = award.rounds - 1;
  const past = before === 0 ? [] : context.figures.history.slice(-before);
  if (past.length < before) return { units: [], flags: ["no_history"], unsettled: false };
  const now = runsOf(context.programme, context.figures);
  const rounds = [...past.map((round) => round.runs), now].map(
    (runs) =>
      new Set(
        runs.filter((run) => run.stream === award.stream && isClean(run)).map((run) => run.unit),
      ),
  );
  const clean = context.units
    .map(({ id }) => id)
    .filter((unit) => rounds.every((round) => round.has(unit)));
  const barred = withoutTooLittleWork(award, clean, context);
  return { units: barred.units, flags: barred.flagsOf(barred.units), unsettled: false };
}

function isClean(run: Run): boolean {
  return run.ballots > 0 && run.bad === 0 && !run.broken;
}

/** Held another award so many rounds running, this one included. */
export function runningAward(award: AwardOf<"running">, context: AwardContext): Proposal {
  const now = context.heldBy(award.award);
  const past = context.figures.history.slice(1 - award.rounds);
  if (past.length < award.rounds - 1) {
    return { units: [], flags: ["no_history"], unsettled: false };
  }
  const units = now.units.filter((unit) =>
    past.every(({ awards }) =>
      awards.some((held) => held.award === award.award && held.unit === unit),
    ),
  );
  return { units, flags: [], unsettled: !now.settled };
}

/** Valid and bad ballots by unit, for each stream that a clean run is about. */
export function runsOf(programme: Programme, figures: RoundFigures): Run[] {
  const context = contextOf(programme, figures, figures.units);
  const awards = programme.awards.filter((award) => award.kind === "clean-run");
  const streams = [...new Set(awards.map((award) => award.stream))];
  return streams.flatMap((stream) => {
    const breaking = awards
      .filter((award) => award.stream === stream)
      .flatMap((award) => award.brokenBy ?? []);
    return figures.units.map(({ id }) => runOf(stream, id, breaking, context));
  });
}

function runOf(
  stream: string,
  unit: string,
  breaking: readonly { ledger: string; entries: readonly string[] }[],
  context: ScoringContext,
): Run {
  const form = instrumentOf(context.programme, stream);
  const cells = context.cellsOf(stream, unit);
  return {
    unit,
    stream,
    ballots: ballotCount(cells, form),
    bad: badCount(cells, form),
    broken: breaking.some(({ ledger, entries }) => {
      const { window } = named(context.programme.ledgers, ledger);
      const recorded = context.entriesOf(ledger, unit);
      const { counted } = splitByWindow(recorded, { window }, context.figures);
      return counted.some((entry) => entries.includes(entry.entry ?? ""));
    }),
  };
}

/** What later rounds need to know of this one. Awards that are only proposed are not held. */
export function pastRoundOf(
  round: string,
  programme: Programme,
  figures: RoundFigures,
  result: RoundResult,
): PastRound {
  return {
    round,
    awards: result.awards
      .filter((award) => award.state !== "proposed")
      .flatMap(({ award, holders }) =>
        holders.flatMap((holder) => holder.units.map((unit) => ({ award, unit }))),
      ),
    runs: runsOf(programme, figures),
    volumes: figures.volumes,
  };
}
