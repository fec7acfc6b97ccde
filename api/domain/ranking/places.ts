/** Negative if the first comes before the second; zero if nothing tells them apart. */
export type Compare = (left: string, right: string) => number;

/** Units that share a place. With places 1, 2, 2, 4 the group of the second place has two units. */
export interface PlaceGroup {
  place: number;
  units: string[];
}

/** Standard competition places, first place first. Within a group units are in alphabetical order. */
export function placesOf(units: readonly string[], compare: Compare): PlaceGroup[] {
  const ordered = [...units].sort((a, b) => compare(a, b) || (a < b ? -1 : 1));
  const groups: PlaceGroup[] = [];
  ordered.forEach((unit, index) => {
    const last = groups.at(-1);
    const tied = last?.units[0];
    if (last && tied !== undefined && compare(tied, unit) === 0) last.units.push(unit);
    else groups.push({ place: index + 1, units: [unit] });
  });
  return groups;
}

/** Counts from the other end. */
export function reversed(compare: Compare): Compare {
  return (left, right) => compare(right, left);
}

/**
 * Units at places `from` to `to`. Who ties across the far cut is taken too, and a tie across the near cut belongs to
 * the places before; either is flagged.
 */
export function takePlaces(
  groups: readonly PlaceGroup[],
  from: number,
  to: number,
): { units: string[]; tie: boolean } {
  const straddles = (group: PlaceGroup, cut: number) =>
    group.place <= cut && cut < group.place + group.units.length - 1;
  return {
    units: groups
      .filter((group) => from <= group.place && group.place <= to)
      .flatMap((group) => group.units),
    tie: groups.some((group) => straddles(group, to) || straddles(group, from - 1)),
  };
}
