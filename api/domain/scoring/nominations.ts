import type { ComponentOf } from "../../../schema/programme.ts";
import { exact } from "../exact.ts";
import type { UnitSnapshot } from "../model.ts";
import { ballotCount } from "../tally/counts.ts";
import { names } from "../tally/names.ts";
import { instrumentOf, ledgerOf, type ScoringContext } from "./context.ts";
import { splitByWindow } from "./entries.ts";
import { computed, type Scored, step, unscored } from "./scored.ts";

type Nominations = ComponentOf<"nominations">;

/** Votes stream by stream, plus one for each ledger entry. With ballots cast, nobody naming a unit is a true zero. */
export function scoreNominations(
  component: Nominations,
  context: ScoringContext,
  unit: UnitSnapshot,
): Scored {
  const streams = component.streams.map((stream): [string, number] => [
    stream,
    votesOf(stream, context, unit),
  ]);
  const ledgers = (component.ledgers ?? []).map((id) => {
    const ledger = ledgerOf(context.programme, id, "points");
    return { id, ...splitByWindow(context.entriesOf(id, unit.id), ledger, context.figures) };
  });
  const parts = [
    ...streams,
    ...ledgers.map(({ id, counted }): [string, number] => [id, counted.length]),
  ];
  const votes = parts.reduce((total, [, count]) => total + count, 0);
  if (votes === 0 && !anyBallot(component, context)) return unscored("no_ballots");
  const outside = ledgers.some((ledger) => ledger.outside.length > 0);
  const formula = parts.map(([, count]) => count).join("+");
  return {
    outcome: computed(exact(votes)),
    n: votes,
    flags: outside ? ["entry_outside_window"] : [],
    trace: [step("votes", parts, formula, exact(votes))],
    spread: { kind: "none", reason: "counted" },
  };
}

function votesOf(stream: string, context: ScoringContext, unit: UnitSnapshot): number {
  return context
    .cellsOf(stream, unit.id)
    .filter((cell) => cell.question === names.nominated)
    .reduce((total, cell) => total + cell.count, 0);
}

function anyBallot(component: Nominations, context: ScoringContext): boolean {
  return component.streams.some(
    (stream) =>
      ballotCount(context.cellsOf(stream, ""), instrumentOf(context.programme, stream)) > 0,
  );
}
