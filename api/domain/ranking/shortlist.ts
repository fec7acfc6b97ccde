import type { Programme, Shortlist } from "../../../schema/programme.ts";
import type { RoundFigures, UnitSnapshot } from "../model.ts";
import type { Flag, RoundResult } from "../result.ts";
import { type Compare, placesOf, reversed, takePlaces } from "./places.ts";

/** The figure by which places are given: who has it, and who comes first. */
export interface ByFigure {
  has: (unit: string) => boolean;
  compare: Compare;
}

type Lists = RoundResult["lists"];
type List = Shortlist["lists"][number];
type Places = Shortlist["places"][number];

interface Filling {
  units: Set<string>;
  flags: Set<Flag>;
}

/**
 * Fills the lists: first those carried in from the last round, then, list by list in the programme's order, those
 * with the best or worst figure. Each system has its own places, and no unit is on two lists.
 */
export function fillShortlist(
  programme: Programme,
  figures: RoundFigures,
  candidates: readonly UnitSnapshot[],
  by: ByFigure,
): Lists {
  const { shortlist } = programme;
  if (!shortlist) return [];
  if (figures.lists) return figures.lists.map(({ list, units }) => ({ list, units, flags: [] }));
  const filling = new Map(
    shortlist.lists.map((list): [string, Filling] => [
      list.id,
      { units: new Set(), flags: new Set() },
    ]),
  );
  carryIn(shortlist, figures, candidates, filling);
  for (const places of shortlist.places) {
    const own = candidates.filter((unit) => unit.system === places.system);
    for (const list of shortlist.lists) fill(list, places, own, figures, by, filling);
  }
  return shortlist.lists.map(({ id }) => ({
    list: id,
    units: [...(filling.get(id)?.units ?? [])],
    flags: [...(filling.get(id)?.flags ?? [])],
  }));
}

function carryIn(
  shortlist: Shortlist,
  { history }: RoundFigures,
  candidates: readonly UnitSnapshot[],
  filling: Map<string, Filling>,
): void {
  const last = history.at(-1);
  for (const { list, award } of shortlist.carryIn ?? []) {
    const target = filling.get(list);
    if (!last) target?.flags.add("no_history");
    for (const unit of candidates) {
      const held = last?.awards.some((past) => past.award === award && past.unit === unit.id);
      if (held && !listedAnywhere(unit.id, filling)) target?.units.add(unit.id);
    }
  }
}

function fill(
  list: List,
  places: Places,
  own: readonly UnitSnapshot[],
  figures: RoundFigures,
  by: ByFigure,
  filling: Map<string, Filling>,
): void {
  const target = filling.get(list.id);
  if (!target) return;
  const held = own.filter((unit) => target.units.has(unit.id)).length;
  const free = own.map(({ id }) => id).filter((id) => !listedAnywhere(id, filling));
  const left = Math.max(0, places.each - held);
  const chosen =
    places.chosen === "by-score"
      ? chooseByScore(free.filter(by.has), list, left, by.compare)
      : chooseNamed(free, list, left, figures);
  for (const unit of chosen.units) target.units.add(unit);
  for (const flag of chosen.flags) target.flags.add(flag);
  if (held > places.each) target.flags.add("over_places");
  if (chosen.units.length < left) target.flags.add("list_short");
}

interface Chosen {
  units: readonly string[];
  flags: readonly Flag[];
}

function chooseByScore(
  free: readonly string[],
  list: List,
  left: number,
  compare: Compare,
): Chosen {
  const groups = placesOf(free, list.end === "best" ? compare : reversed(compare));
  const { units, tie } = takePlaces(groups, 1, left);
  return { units, flags: tie ? ["tie_at_cut"] : [] };
}

function chooseNamed(
  free: readonly string[],
  list: List,
  left: number,
  { decisions }: RoundFigures,
): Chosen {
  const made = decisions.filter(({ kind, about }) => kind === "name-to-list" && about === list.id);
  const wanted = new Set(made.flatMap((decision) => decision.units ?? []));
  const units = free.filter((unit) => wanted.has(unit));
  const flags: Flag[] = [];
  if (made.length === 0 && left > 0) flags.push("awaits_decision");
  if (units.length > left) flags.push("over_places");
  return { units, flags };
}

function listedAnywhere(unit: string, filling: ReadonlyMap<string, Filling>): boolean {
  return [...filling.values()].some((list) => list.units.has(unit));
}
