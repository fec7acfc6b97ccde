import type { Interval } from "../result.ts";
import type { Scored, Spread } from "../scoring/scored.ts";

/** Two-sided 95 % quantile of the normal distribution. */
export const z95 = 1.959963984540054;

/** A range that a figure cannot leave. */
export interface Bounds {
  low: number;
  high: number;
}

/** A 95 % interval around a figure, or why there is none. A figure's value never depends on it. */
export function intervalOf(
  { outcome, spread }: Pick<Scored, "outcome" | "spread">,
  method: "mean-normal" | "sum",
  bounds?: Bounds,
): Interval {
  if (outcome.status === "not_computable")
    return { status: "no_interval", reason: "not_computable" };
  if (spread.kind !== "sampled") return { status: "no_interval", reason: whyNone(spread) };
  const half = z95 * Math.sqrt(spread.variance);
  const value = outcome.value.valueOf();
  return {
    status: "computed",
    low: Math.max(value - half, bounds?.low ?? Number.NEGATIVE_INFINITY),
    high: Math.min(value + half, bounds?.high ?? Number.POSITIVE_INFINITY),
    method,
  };
}

function whyNone(spread: Exclude<Spread, { kind: "sampled" }>) {
  return spread.kind === "fixed" ? "not_sampled" : spread.reason;
}

/** Wilson score interval at 95 % for a share of `n`; it holds for small samples and at the ends too. */
export function wilson(count: number, n: number): Interval {
  if (n === 0) return { status: "no_interval", reason: "not_computable" };
  const share = count / n;
  const z2 = z95 ** 2;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n ** 2));
  // The ends are exact at 0 and 1; floats would miss them by a hair.
  const low = count === 0 ? 0 : Math.max(0, centre - half);
  const high = count === n ? 1 : Math.min(1, centre + half);
  return { status: "computed", low, high, method: "wilson" };
}
