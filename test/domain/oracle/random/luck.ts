/** Chance with a seed: the same seed tells the same county. */
export interface Luck {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True about once in `every` times. */
  oneIn(every: number): boolean;
  pick<const Items extends readonly unknown[]>(items: Items): Items[number];
  /** At most so many of them, in random order, none twice. */
  some<Item>(items: readonly Item[], count: number): Item[];
  times<Item>(count: number, make: (index: number) => Item): Item[];
}

/** Mulberry32: thirty-two bits of state are plenty for choosing ballots. */
export function luck(seed: number): Luck {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    oneIn: (every) => int(1, every) === 1,
    pick: (items) => items[int(0, items.length - 1)],
    some: (items, count) =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .slice(0, count)
        .map(({ item }) => item),
    times: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
  };
}
