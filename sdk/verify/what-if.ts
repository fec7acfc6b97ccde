import type { ShownUnit } from "../../api/domain/disclosure.ts";
import { groupBy } from "../../api/domain/group-by.ts";
import { withLists } from "./programme.ts";
import type {
  Programme,
  PublishedCell,
  PublishedFigure,
  PublishedLedgers,
  PublishedRound,
} from "./published.ts";
import { type Recomputed, recompute } from "./recompute.ts";

/** Parts of a programme that are replaced; `weights` by group. */
export type Changes = Partial<
  Pick<
    Programme,
    | "components"
    | "subtotals"
    | "total"
    | "shortlist"
    | "exemption"
    | "minimumVolume"
    | "ranking"
    | "awards"
  >
> & { weights?: Readonly<Record<string, number>> };

/** A unit as far as its figures are published; ranks are among the units that are. */
export interface Standing {
  total: PublishedFigure;
  rank?: number;
}

export interface Move {
  unit: string;
  before: Standing;
  after: Standing;
}

export interface PublicWhatIf {
  /** Who would have another total or rank; best new rank first. */
  moves: Move[];
  /** Units that are left out, because something that their rank rests on is not published. */
  leftOut: string[];
}

/**
 * Who would move under other rules, worked out from published figures only. A small sample is filled up with the mean
 * as the release states it, else with that of the units whose ballots are published.
 * @example whatIf(programme, { weights: { delegates: 25 } }, { tallies, inputs })
 */
export function whatIf(
  document: Partial<Programme>,
  changes: Changes,
  {
    tallies,
    inputs,
  }: { tallies: readonly PublishedCell[]; inputs: PublishedRound & PublishedLedgers },
): PublicWhatIf {
  const programme = withLists(document);
  const changed = changedBy(programme, changes);
  const before = recompute(programme, tallies, inputs, inputs);
  const after = recompute(changed, tallies, inputs, {
    ...inputs,
    means: meansOf(inputs, programme, changed),
  });
  const known = new Set(
    inputs.units.map(({ id }) => id).filter((id) => isKnown(id, before) && isKnown(id, after)),
  );
  const [old, anew] = [standings(before, known), standings(after, known)];
  const moves = [...known].flatMap((unit): Move[] => {
    const [from, to] = [old.get(unit), anew.get(unit)];
    if (!from || !to || isSame(from, to)) return [];
    return [{ unit, before: from, after: to }];
  });
  return {
    moves: moves.sort((left, right) => placeOf(left) - placeOf(right)),
    leftOut: inputs.units.map(({ id }) => id).filter((id) => !known.has(id)),
  };
}

function changedBy(programme: Programme, { weights = {}, ...parts }: Changes): Programme {
  const groups = programme.groups.map((group) => {
    const weight = Object.hasOwn(weights, group.id) ? weights[group.id] : undefined;
    return weight === undefined ? group : { ...group, weight };
  });
  return { ...programme, ...parts, groups };
}

/** A stated mean holds as long as what it is a mean of stays the same. */
function meansOf(
  { means = [] }: PublishedRound,
  before: Programme,
  after: Programme,
): NonNullable<PublishedRound["means"]> {
  const meaning = ({ components }: Programme, id: string) => {
    const component = components.find((one) => one.id === id);
    if (component?.kind !== "levels-mean") return "";
    return `${component.points} ${component.stream} ${component.only}`;
  };
  return means.filter(({ component }) => meaning(before, component) === meaning(after, component));
}

/** A unit that takes no part is known; so is one whose figures rest on what is published, or on a mean of it. */
function isKnown(unit: string, { programme, result, gaps }: Recomputed): boolean {
  if (result.units.find((one) => one.unit === unit)?.standing !== "appraised") return true;
  const own = programme.components.map(({ id }) => gaps.component(unit, id));
  return own.every((gap) => gap === undefined || gap === "other_units_not_published");
}

/** Ranks anew among the units that are known. */
function standings(
  { programme, figures, result, shown }: Recomputed,
  known: ReadonlySet<string>,
): Map<string, Standing> {
  const pools = new Map(figures.units.map(({ id, pool }) => [id, pool]));
  const groups = groupBy(
    result.units.filter(({ unit }) => known.has(unit)),
    ({ unit }) => (programme.ranking?.within === "pool" ? (pools.get(unit) ?? "") : ""),
  );
  const totals = new Map(
    shown.units.map((unit): [string, ShownUnit["total"]] => [unit.unit, unit.total]),
  );
  const found = new Map<string, Standing>();
  for (const group of groups.values()) {
    const places = group.flatMap(({ rank }) => rank ?? []).sort((left, right) => left - right);
    for (const { unit, rank } of group) {
      const total = totals.get(unit);
      if (!total) continue;
      found.set(unit, { total, ...(rank !== undefined && { rank: places.indexOf(rank) + 1 }) });
    }
  }
  return found;
}

function isSame(left: Standing, right: Standing): boolean {
  return left.rank === right.rank && left.total.value === right.total.value;
}

const placeOf = ({ after }: Move) => after.rank ?? Number.POSITIVE_INFINITY;
