import { disclose, type ShownRound } from "../../api/domain/disclosure.ts";
import type { RoundFigures } from "../../api/domain/model.ts";
import type { RoundResult } from "../../api/domain/result.ts";
import { scoreRound } from "../../api/domain/scoring.ts";
import { figuresFrom } from "./figures.ts";
import { type Gaps, gapsIn } from "./gaps.ts";
import { withLists } from "./programme.ts";
import type { Programme, PublishedCell, PublishedLedgers, PublishedRound } from "./published.ts";
import { publishedVisibility } from "./view.ts";

export interface Recomputed {
  programme: Programme;
  figures: RoundFigures;
  result: RoundResult;
  /** The same, rounded and named as results are published. */
  shown: ShownRound;
  /** Which of these figures rest on something that is not published. */
  gaps: Gaps;
}

/**
 * Scores a round from what is published of it, with the rules that the server ran. `document` is the programme as
 * it is published. A figure that rests on something that is not published is computed without it: `gaps` names it.
 * @example recompute(programme, tallies, inputs, inputs).shown.units
 */
export function recompute(
  document: Partial<Programme>,
  tallies: readonly PublishedCell[],
  ledgers: PublishedLedgers,
  round: PublishedRound,
): Recomputed {
  const programme = withLists(document);
  const { figures, cells } = figuresFrom(programme, tallies, ledgers, round);
  const visible = publishedVisibility(programme, cells, round.units);
  const result = scoreRound(programme, figures);
  const shown = disclose(programme, figures, result, {}, visible);
  const gaps = gapsIn(programme, figures, result, visible, ledgers);
  return { programme, figures, result, shown, gaps };
}
