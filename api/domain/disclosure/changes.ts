import type { Programme } from "../../../schema/programme.ts";
import { groupBy } from "../group-by.ts";
import type { Cell } from "../model.ts";
import { instrumentOf } from "../scoring/context.ts";
import { ballotCount, isGiven } from "../tally/counts.ts";
import { mergeCells, subtractCells } from "../tally/cube.ts";
import { names } from "../tally/names.ts";
import { all, cutTo, withoutRespondent } from "./tallies.ts";
import { isWholeBallot, nothing, type View, type Visibility } from "./visibility.ts";

/**
 * Shows only what can stand beside the counters of every earlier release: one release less another must leave no ballot, or
 * as many as the threshold. Where fewer were changed, more is added up; and where that is not enough, nothing is shown
 * again.
 */
export function besideEarlier(
  programme: Programme,
  cells: readonly Cell[],
  visible: Visibility,
  earlier: readonly (readonly Cell[])[],
): Visibility {
  if (earlier.length === 0) return visible;
  const isWhole = (stream: string) => isWholeBallot(instrumentOf(programme, stream));
  // Whoever changes one ballot about several units changes them all together.
  const placeOf = ({ stream, unit }: Pick<Cell, "stream" | "unit">) =>
    isWhole(stream) ? stream : `${stream} ${unit}`;
  const seen = cells.filter(({ stream, unit }) => visible(stream, unit).ballots !== undefined);
  const now = groupBy(seen, placeOf);
  const before = earlier.map((release) => groupBy(release, placeOf));
  const known = new Map<string, View>();

  function narrowed(stream: string, place: string, view: View): View {
    const releases = before.map((release) => release.get(place) ?? []);
    const isSafe = (candidate: View) => {
      const after = mergeCells((now.get(place) ?? []).flatMap((cell) => cutTo(cell, candidate)));
      return releases.every((release) => hidesChange(programme, stream, release, after));
    };
    const together = { ...view, byGroup: false, byRespondent: false, defaults: false };
    return [view, { ...view, byRespondent: false }, together].find(isSafe) ?? nothing;
  }

  return (stream, unit) => {
    const view = visible(stream, unit);
    if (view.ballots === undefined) return view;
    const key = `${stream} ${unit}`;
    const found = known.get(key) ?? narrowed(stream, placeOf({ stream, unit }), view);
    known.set(key, found);
    return found;
  };
}

/** Whether two published lots of a place differ by nothing or by enough, in each part that both tell apart. */
function hidesChange(
  programme: Programme,
  stream: string,
  before: readonly Cell[],
  after: readonly Cell[],
): boolean {
  if (before.length === 0) return true;
  const form = instrumentOf(programme, stream);
  const [old, fresh] = commonCut(before, after);
  return [...new Set([...old, ...fresh].map(partOf))].every((part) => {
    const was = old.filter((cell) => partOf(cell) === part);
    const is = fresh.filter((cell) => partOf(cell) === part);
    const changed = Math.abs(ballotCount(was, form) - ballotCount(is, form));
    return changed >= programme.disclosure.threshold || subtractCells(was, is).length === 0;
  });
}

/** Both lots, added up until neither tells apart what the other does not. */
function commonCut(before: readonly Cell[], after: readonly Cell[]): [Cell[], Cell[]] {
  const lots = [before, after];
  const byGroup = lots.every((cells) => !cells.some((cell) => isGiven(cell) && cell.group === all));
  const byRespondent = lots.every((cells) => cells.some((cell) => respondentOf(cell) !== ""));
  const cut = (cells: readonly Cell[]) =>
    mergeCells(
      cells.map((cell) => ({
        ...cell,
        ...(byGroup ? {} : { group: all }),
        ...(byRespondent ? {} : withoutRespondent(cell)),
      })),
    );
  return [cut(before), cut(after)];
}

function partOf(cell: Cell): string {
  return [isGiven(cell), cell.group, respondentOf(cell)].join(" ");
}

function respondentOf({ question, answer }: Cell): string {
  if (question === names.respondent) return answer;
  const [kind, , respondent = ""] = question.split("/");
  return kind === "question" ? respondent : "";
}
