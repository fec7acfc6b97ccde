import { type Exact, ratio } from "../exact.ts";
import type { Spread } from "../scoring/scored.ts";

/** Below this many ballots a normal interval around a mean is not trustworthy. */
export const fewestForMean = 30;

/**
 * Variance of a mean, from n, Σ and Σ². `scale` turns the unit of the sums into points.
 * Sums are exact; only the resulting variance is a float, because an interval is information and never a score.
 */
export function varianceOfMean(n: number, sum: Exact, sumOfSquares: Exact, scale: Exact): Spread {
  if (n < fewestForMean) return { kind: "none", reason: "too_few_ballots" };
  const mean = sum.div(n);
  const sample = sumOfSquares.sub(mean.mul(sum)).div(n - 1);
  if (sample.equals(0)) return { kind: "none", reason: "no_spread" };
  return { kind: "sampled", variance: sample.div(n).mul(scale).mul(scale).valueOf() };
}

export function varianceOfLevels(
  levels: readonly { value: Exact; count: number }[],
  scale: Exact,
): Spread {
  let n = 0;
  let sum = ratio(0, 1);
  let sumOfSquares = ratio(0, 1);
  for (const { value, count } of levels) {
    n += count;
    sum = sum.add(value.mul(count));
    sumOfSquares = sumOfSquares.add(value.mul(value).mul(count));
  }
  return varianceOfMean(n, sum, sumOfSquares, scale);
}
