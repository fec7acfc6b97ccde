import type { Programme } from "../../schema/programme.ts";
import type { RoundFigures } from "./model.ts";
import type { RoundResult } from "./result.ts";
import { scoreRound } from "./round/score-round.ts";

/** A unit whose rank is another under the changed programme; absent where it has none. */
export interface Move {
  unit: string;
  from?: number;
  to?: number;
}

export interface WhatIf {
  result: RoundResult;
  /** Best new rank first; units that lose their rank last. */
  moves: Move[];
}

/** Scores a round under a programme with other parts, and lists who would move. Nothing is stored or published. */
export function whatIf(
  programme: Programme,
  changes: Partial<Programme>,
  figures: RoundFigures,
): WhatIf {
  const before = ranksOf(scoreRound(programme, figures));
  const result = scoreRound({ ...programme, ...changes }, figures);
  const after = ranksOf(result);
  const moves = figures.units
    .map(({ id }) => moveOf(id, before.get(id), after.get(id)))
    .filter(({ from, to }) => from !== to);
  return { result, moves: moves.sort(byNewRank) };
}

function ranksOf({ units }: RoundResult): Map<string, number | undefined> {
  return new Map(units.map(({ unit, rank }) => [unit, rank]));
}

function moveOf(unit: string, from: number | undefined, to: number | undefined): Move {
  return { unit, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function byNewRank(left: Move, right: Move): number {
  const [a, b] = [left.to ?? Number.POSITIVE_INFINITY, right.to ?? Number.POSITIVE_INFINITY];
  return a === b ? (left.unit < right.unit ? -1 : 1) : a - b;
}
