import type { RoundResult } from "../../api/domain/result.ts";
import { scoreRound } from "../../api/domain/scoring.ts";
import type { PublishedLedgers, PublishedRound } from "./published.ts";
import type { Recomputed } from "./recompute.ts";

/** The shortlist as the rules fill it from the final figures; undefined where some of them are not published. */
export function fillLists(
  { programme, figures, result, gaps }: Recomputed,
  { lists }: PublishedRound & PublishedLedgers,
): RoundResult["lists"] | undefined {
  if (!lists || lists.length === 0) return result.lists;
  const by = programme.shortlist?.by ?? "";
  const isOpen = result.units.some(
    ({ unit, standing }) => standing === "appraised" && gaps.sum(unit, by) !== undefined,
  );
  return isOpen ? undefined : scoreRound(programme, { ...figures, lists: undefined }).lists;
}
