import type { Instrument, Programme } from "../../../schema/programme.ts";
import { groupBy } from "../group-by.ts";
import type { Cell, RoundFigures } from "../model.ts";
import { instrumentOf } from "../scoring/context.ts";
import { ballotCount, isGiven } from "../tally/counts.ts";
import { names } from "../tally/names.ts";
import { inScope } from "../validity/units.ts";

/** How far the ballots of one stream about one unit may be taken apart in public. */
export interface View {
  /** Ballots that were given; undefined where they are fewer than the threshold, and then nothing of them shows. */
  ballots: number | undefined;
  byGroup: boolean;
  byRespondent: boolean;
  /** Whether the answers that a platform filled in may be counted out. */
  defaults: boolean;
}

/** What may be seen of a stream, by unit; unit "" stands for ballots that are counted as a whole. */
export type Visibility = (stream: string, unit: string) => View;

/**
 * The one rule of disclosure: the ballots that could answer are shown where none or at least `threshold` of them
 * are, all their figures together, or not at all. Groups (and types of respondent) are told apart only where that
 * holds for each of them; otherwise only their sum is published, and nothing can be subtracted from it.
 */
export function visibilityOf(
  programme: Programme,
  { cells, units }: Pick<RoundFigures, "cells" | "units">,
): Visibility {
  const { threshold } = programme.disclosure;
  const byPlace = groupBy(cells, ({ stream, unit }) => `${stream} ${unit}`);
  const couldName = namers(programme, units);
  const forms = new Map(
    programme.streams.map(({ id }) => [id, instrumentOf(programme, id)] as const),
  );
  const views = new Map<string, View>();
  return (stream, unit) => {
    const form = forms.get(stream);
    if (!form) return nothing;
    const place = `${stream} ${unit}`;
    const known = views.get(place);
    if (known) return known;
    const view = isWholeBallot(form)
      ? wholeView(byPlace.get(`${stream} `) ?? [], form, threshold, couldName(unit))
      : viewOf(byPlace.get(place) ?? [], form, threshold);
    views.set(place, view);
    return view;
  };
}

/** Groups that could have named or marked a unit; all of them where ballots are counted as a whole. */
function namers({ groups }: Programme, units: RoundFigures["units"]) {
  const snapshots = new Map(units.map((unit) => [unit.id, unit]));
  return (id: string) => (group: string) => {
    if (id === "") return true;
    const unit = snapshots.get(id);
    const scope = groups.find((one) => one.id === group)?.scope;
    return unit !== undefined && inScope(unit, scope);
  };
}

/**
 * Whoever names or marks units could have named any in scope: their ballots are the population that must be large
 * enough. What is told is always the number of all ballots: those of one scope less those of another would give
 * a small group away.
 */
function wholeView(
  ballots: readonly Cell[],
  form: Instrument,
  threshold: number,
  couldName: (group: string) => boolean,
): View {
  const able = ballots.filter((cell) => isGiven(cell) && couldName(cell.group));
  return ballotCount(able, form) < threshold ? nothing : viewOf(ballots, form, threshold);
}

export function isWholeBallot({ kind }: Instrument): boolean {
  return kind === "nominate" || kind === "best-and-worst";
}

export const nothing: View = {
  ballots: undefined,
  byGroup: false,
  byRespondent: false,
  defaults: false,
};

function viewOf(cells: readonly Cell[], form: Instrument, threshold: number): View {
  const given = cells.filter(isGiven);
  const filledIn = cells.filter((cell) => !isGiven(cell));
  const ballots = ballotCount(given, form);
  if (ballots < threshold) return nothing;
  const safe = (parts: Iterable<readonly Cell[]>) =>
    [...parts].every((part) => isSafe(ballotCount(part, form), threshold));
  const groups = groupBy(given, (cell) => cell.group);
  const byRespondent =
    form.kind === "questionnaire" &&
    safe(groupBy(respondents(given), (cell) => cell.answer).values());
  const byGroup =
    safe(groups.values()) &&
    (!byRespondent ||
      [...groups.values()].every((group) =>
        safe(groupBy(respondents(group), (cell) => cell.answer).values()),
      ));
  return { ballots, byGroup, byRespondent, defaults: safe([filledIn]) };
}

function respondents(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell) => cell.question === names.respondent);
}

function isSafe(count: number, threshold: number): boolean {
  return count === 0 || count >= threshold;
}
