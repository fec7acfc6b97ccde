/** Numbers that look random and are the same on every machine: each name has its own sequence. */
export interface Random {
  /** From 0, less than 1. */
  next(): number;
  /** A whole number from `least` to `most`, both inclusive. */
  whole(least: number, most: number): number;
  chance(probability: number): boolean;
  /** One of the entries, each as likely as its weight says. */
  weighted<Value>(entries: readonly (readonly [Value, number])[]): Value;
  /** How many events happen where `mean` are expected. */
  poisson(mean: number): number;
}

export function randomOf(name: string): Random {
  const next = mulberry(hash(name));
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    weighted(entries) {
      const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [value, weight] of entries) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = entries.at(-1);
      if (last === undefined) throw new RangeError("nothing to choose from");
      return last[0];
    },
    poisson(mean) {
      let count = 0;
      for (let product = next(); product > Math.exp(-mean); product *= next()) count += 1;
      return count;
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value >>> 0;
}

/** mulberry32 by Tommy Ettinger, public domain. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
