import { all } from "../../api/domain/disclosure/tallies.ts";
import { isWholeBallot, type View } from "../../api/domain/disclosure/visibility.ts";
import { groupBy } from "../../api/domain/group-by.ts";
import type { Cell, UnitSnapshot } from "../../api/domain/model.ts";
import { instrumentOf } from "../../api/domain/scoring/context.ts";
import { ballotCount, isGiven } from "../../api/domain/tally/counts.ts";
import { names } from "../../api/domain/tally/names.ts";
import { inScope } from "../../api/domain/validity/units.ts";
import type { Programme } from "./published.ts";

/** What the published counters show of a stream about a unit. */
export interface PublishedView extends View {
  /** False where groups are added up and it depends on one group alone whether the unit may be shown. */
  certain: boolean;
}

export type PublishedVisibility = (stream: string, unit: string) => PublishedView;

const nothing: PublishedView = {
  ballots: undefined,
  byGroup: false,
  byRespondent: false,
  defaults: false,
  certain: true,
};

/** Reads from the counters what the rule of disclosure must have decided: what is not there is not shown. */
export function publishedVisibility(
  programme: Programme,
  cells: readonly Cell[],
  units: readonly UnitSnapshot[],
): PublishedVisibility {
  const { threshold } = programme.disclosure;
  const places = groupBy(cells, ({ stream, unit }) => `${stream} ${unit}`);
  const snapshots = new Map(units.map((unit) => [unit.id, unit]));
  const known = new Map<string, PublishedView>();

  function viewOf(stream: string, unit: string): PublishedView {
    const form = instrumentOf(programme, stream);
    const whole = isWholeBallot(form);
    const given = (places.get(`${stream} ${whole ? "" : unit}`) ?? []).filter(isGiven);
    const ballots = ballotCount(given, form);
    if (ballots < threshold) return nothing;
    const view: PublishedView = {
      ballots,
      byGroup: !given.some(({ group }) => group === all),
      byRespondent: given.some(
        ({ question, answer }) => question === names.respondent && answer !== "",
      ),
      defaults: true,
      certain: true,
    };
    if (!whole || unit === "" || places.has(`${stream} ${unit}`)) return view;
    return couldBeNamed(unit, given, view);
  }

  /** A unit that nobody named is shown where enough of those who could have named it cast a ballot. */
  function couldBeNamed(id: string, ballots: readonly Cell[], view: PublishedView): PublishedView {
    const unit = snapshots.get(id);
    if (!unit) return nothing;
    const barred = new Set(
      programme.groups.filter(({ scope }) => !inScope(unit, scope)).map((group) => group.id),
    );
    if (barred.size === 0) return view;
    if (!view.byGroup) return { ...view, certain: false };
    const able = ballots.filter(({ group }) => !barred.has(group));
    const count = able.reduce(
      (sum, cell) => sum + (cell.question === names.ballot ? cell.count : 0),
      0,
    );
    return count < threshold ? nothing : view;
  }

  return (stream, unit) => {
    const place = `${stream} ${unit}`;
    const view = known.get(place) ?? viewOf(stream, unit);
    known.set(place, view);
    return view;
  };
}
