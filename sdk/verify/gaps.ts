import { streamsOf, weighsGroups } from "../../api/domain/disclosure/components.ts";
import type { RoundFigures } from "../../api/domain/model.ts";
import type { ComponentResult, RoundResult } from "../../api/domain/result.ts";
import { needsShortlist } from "../../api/domain/scoring/component.ts";
import { isSummed } from "./figures.ts";
import type { Programme, PublishedLedgers } from "./published.ts";
import type { PublishedVisibility } from "./view.ts";

/** What is missing of the inputs of a figure. */
export type Gap =
  /** Ballots of this unit: too few to show. */
  | "ballots_not_published"
  /** Ballots by group: one of the groups is too small. */
  | "groups_not_published"
  /** Whether those who could name the unit were enough. */
  | "scope_not_published"
  /** Entries of a ledger of which only sums are published. */
  | "entries_not_published"
  /** Ballots of other units, on which a mean, a rank, a list or an award rests. */
  | "other_units_not_published"
  /** An earlier round of the unit. */
  | "history_not_published"
  /** Channels are added up in the published counters. */
  | "channels_not_published"
  /** Cases and service items. */
  | "facts_not_published";

type Component = Programme["components"][number];

/** Which figures of a recomputed round rest on something that is not published. */
export interface Gaps {
  visible: PublishedVisibility;
  component: (unit: string, id: string) => Gap | undefined;
  /** A component, a subtotal or `total`. */
  sum: (unit: string, id: string) => Gap | undefined;
  /** Everything by which the unit is ranked. */
  basis: (unit: string) => Gap | undefined;
  /** The same; a unit that surely has no place leaves nothing open. */
  key: (unit: string) => Gap | undefined;
  /** The shortlist, where the rules fill it. */
  lists: Gap | undefined;
  /** By how much a figure can differ because a mean in it is stated to four decimals only. */
  tolerance: (unit: string, id: string) => number;
}

const fourthPlace = 0.0001;

export function gapsIn(
  programme: Programme,
  figures: RoundFigures,
  result: RoundResult,
  visible: PublishedVisibility,
  ledgers: PublishedLedgers,
): Gaps {
  const components = new Map(programme.components.map((one) => [one.id, one]));
  const results = new Map(
    result.units.map((unit) => [unit.unit, new Map(unit.components.map((one) => [one.id, one]))]),
  );
  const appraised = result.units
    .filter(({ standing }) => standing === "appraised")
    .map(({ unit }) => unit);
  const summed = new Set(ledgers.totals.map(({ ledger, unit }) => `${ledger} ${unit}`));
  const unseen = new Map<string, boolean>();
  const known = new Map<string, Gap | undefined>();
  // Until the lists are looked at: what they are filled by never rests on them.
  let lists: Gap | undefined;

  function ballotGap(unit: string, component: Component): Gap | undefined {
    for (const stream of streamsOf(component)) {
      const view = visible(stream, unit);
      if (view.ballots === undefined) return "ballots_not_published";
      if (!view.certain) return "scope_not_published";
      if (weighsGroups(component, programme) && !view.byGroup) return "groups_not_published";
    }
    return undefined;
  }

  /** Whether ballots of some unit, which the mean of all takes in, are not published. */
  function hasUnseen(stream: string): boolean {
    const before = unseen.get(stream);
    if (before !== undefined) return before;
    const found = appraised.some((unit) => {
      const { ballots, certain } = visible(stream, unit);
      return ballots === undefined || !certain;
    });
    unseen.set(stream, found);
    return found;
  }

  function restsOnMean(component: Component, own: ComponentResult | undefined): boolean {
    const filledUp = own?.flags.some((flag) => flag === "small_sample" || flag === "mean_used");
    return component.kind === "levels-mean" && filledUp === true && hasUnseen(component.stream);
  }

  function entryGap(unit: string, component: Component): Gap | undefined {
    const some = ledgersOf(component).some((id) => summed.has(`${id} ${unit}`));
    return some && mixesSums(component, programme) ? "entries_not_published" : undefined;
  }

  function meanGap(component: Component, own: ComponentResult | undefined): Gap | undefined {
    const isStated = figures.means?.[component.id] !== undefined;
    return restsOnMean(component, own) && !isStated ? "other_units_not_published" : undefined;
  }

  function find(unit: string, component: Component): Gap | undefined {
    const own = results.get(unit)?.get(component.id);
    const late = needsShortlist(component);
    if (late && lists) return lists;
    if (late && isOffList(own)) return undefined;
    return ballotGap(unit, component) ?? entryGap(unit, component) ?? meanGap(component, own);
  }

  function component(unit: string, id: string): Gap | undefined {
    const place = `${unit} ${id}`;
    if (known.has(place)) return known.get(place);
    const one = components.get(id);
    const gap = one && find(unit, one);
    known.set(place, gap);
    return gap;
  }

  const sum = (unit: string, id: string) =>
    first(partsOf(programme, id), (part) => component(unit, part));
  /** Whether the unit surely has no such figure, and so no place, whatever else of it is hidden. */
  const lacks = (unit: string, id: string) =>
    partsOf(programme, id).some((part) => {
      const isComputed = results.get(unit)?.get(part)?.outcome.status === "computed";
      return !isComputed && component(unit, part) === undefined;
    });
  const { ranking, shortlist } = programme;
  const keys = ranking ? [ranking.by, ...(ranking.tieBreakers ?? [])] : [];
  const basis = (unit: string) => first(keys, (key) => sum(unit, key));
  if (shortlist && !figures.lists && appraised.some((unit) => sum(unit, shortlist.by))) {
    lists = "other_units_not_published";
  }

  return {
    visible,
    component,
    sum,
    basis,
    key: (unit) => (ranking && lacks(unit, ranking.by) ? undefined : basis(unit)),
    lists,
    tolerance: (unit, id) =>
      partsOf(programme, id).filter((part) => {
        const one = components.get(part);
        const isStated = figures.means?.[part] !== undefined;
        return one !== undefined && isStated && restsOnMean(one, results.get(unit)?.get(part));
      }).length * fourthPlace,
  };
}

function isOffList(own: ComponentResult | undefined): boolean {
  return own?.outcome.status === "not_computable" && own.outcome.reason === "not_shortlisted";
}

/** The components that a figure is the sum of. */
function partsOf({ components, subtotals }: Programme, id: string): readonly string[] {
  if (id === "total") return components.map((component) => component.id);
  return subtotals.find((subtotal) => subtotal.id === id)?.components ?? [id];
}

function first<Item>(
  items: readonly Item[],
  gapOf: (item: Item) => Gap | undefined,
): Gap | undefined {
  for (const item of items) {
    const gap = gapOf(item);
    if (gap) return gap;
  }
  return undefined;
}

/** Sums are made for one component; where several read the ledger, they may tell other entries apart. */
function mixesSums(component: Component, programme: Programme): boolean {
  return ledgersOf(component).some(
    (ledger) =>
      isSummed(programme, ledger) &&
      programme.components.filter((other) => ledgersOf(other).includes(ledger)).length > 1,
  );
}

function ledgersOf(component: Component): readonly string[] {
  if (component.kind === "nominations") return component.ledgers ?? [];
  return "ledger" in component ? [component.ledger] : [];
}
