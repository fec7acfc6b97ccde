import type { Interval } from "../result.ts";

/** A unit's figure with what is known of its precision. */
export interface RankedFigure {
  unit: string;
  value: number;
  interval: Interval;
}

export interface RankRange {
  best: number;
  worst: number;
}

/**
 * The ranks that the data cannot tell apart from a unit's own: it is surely behind those whose whole interval is
 * better than its own, and surely before those whose whole interval is worse. A unit without a valid interval can be
 * anywhere: it gets no range and pushes nobody. Information only; the official rank never changes.
 */
export function rankRanges(
  figures: readonly RankedFigure[],
  best: "highest" | "lowest",
): Map<string, RankRange> {
  const sign = best === "highest" ? -1 : 1;
  const spans = figures.flatMap(({ unit, value, interval }) =>
    toSpan(unit, value * sign, interval, sign),
  );
  // After the change of sign, smaller is better.
  const lows = spans.map((span) => span.low).sort(ascending);
  const highs = spans.map((span) => span.high).sort(ascending);
  return new Map(
    spans.map(({ unit, low, high }) => {
      const surelyBetter = countBelow(highs, low);
      const surelyWorse = spans.length - countAtMost(lows, high);
      return [unit, { best: surelyBetter + 1, worst: figures.length - surelyWorse }];
    }),
  );
}

function toSpan(unit: string, value: number, interval: Interval, sign: number) {
  if (interval.status === "computed") {
    const ends = [interval.low * sign, interval.high * sign];
    return [{ unit, low: Math.min(...ends), high: Math.max(...ends) }];
  }
  // What is not sampled does not vary by chance: it is where it is.
  return interval.reason === "not_sampled" ? [{ unit, low: value, high: value }] : [];
}

const ascending = (left: number, right: number) => left - right;

/** How many sorted values are smaller. */
function countBelow(sorted: readonly number[], limit: number): number {
  return search(sorted, (value) => value < limit);
}

function countAtMost(sorted: readonly number[], limit: number): number {
  return search(sorted, (value) => value <= limit);
}

function search(sorted: readonly number[], before: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(sorted[middle] ?? Number.POSITIVE_INFINITY)) low = middle + 1;
    else high = middle;
  }
  return low;
}
