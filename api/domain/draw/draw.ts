import { hexToBytes } from "@noble/hashes/utils.js";
import { below, numbersFrom } from "./stream.ts";

/** Who is drawn, and in which order the others replace those who drop out. */
export interface Draw {
  drawn: string[];
  reserves: string[];
}

/**
 * Draws `size` of the ids: Fisher–Yates over the ids in alphabetical order, fed by the seed. The order in which they
 * are given never matters. With fewer ids than `size`, all are drawn.
 */
export function draw(seed: string, ids: readonly string[], size: number): Draw {
  const order = [...new Set(ids)].sort();
  if (order.length !== ids.length) throw new RangeError("an id stands twice on the list");
  const numbers = numbersFrom(hexToBytes(seed));
  for (let index = 0; index < order.length - 1; index += 1) {
    const other = index + below(order.length - index, numbers);
    const [here, there] = [order[index], order[other]];
    if (here === undefined || there === undefined) throw new RangeError("outside the list");
    order[index] = there;
    order[other] = here;
  }
  return { drawn: order.slice(0, size), reserves: order.slice(size) };
}
