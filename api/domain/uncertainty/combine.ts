import type { Exact } from "../exact.ts";
import type { Spread } from "../scoring/scored.ts";

/**
 * Spread of a weighted sum of independent parts. Facts add nothing; one part without a valid spread leaves the sum
 * without one.
 */
export function combineSpreads(parts: readonly { weight: Exact; spread: Spread }[]): Spread {
  let variance = 0;
  let sampled = false;
  for (const { weight, spread } of parts) {
    if (spread.kind === "none") {
      return parts.length === 1 ? spread : { kind: "none", reason: "part_without_interval" };
    }
    if (spread.kind === "fixed") continue;
    sampled = true;
    variance += weight.valueOf() ** 2 * spread.variance;
  }
  return sampled ? { kind: "sampled", variance } : { kind: "fixed" };
}
