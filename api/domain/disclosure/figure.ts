import { shownNumber } from "../exact.ts";
import type { Computed, Interval } from "../result.ts";

/** A figure as everybody may see it: its value, rounded half up to four decimals, or why there is none. */
export type Shown =
  | { status: "shown"; value: number }
  | { status: "withheld" | "insufficient" | "not_computable"; reason: string };

export type ShownInterval =
  | { status: "shown"; low: number; high: number; method: string }
  | { status: "no_interval"; reason: string };

/** Why a figure is hidden. The reasons do not tell how many ballots there are: none and nine look alike. */
export const hidden = {
  /** Fewer ballots than the threshold, or a correction that changed fewer. */
  fewBallots: { status: "insufficient", reason: "fewer_than_threshold" },
  /** The groups behind it are fewer than the threshold, and the figure would tell them apart. */
  smallGroup: { status: "withheld", reason: "small_group" },
  /** It mixes in a mean from which a unit with too few ballots could be worked out. */
  smallUnitInMean: { status: "withheld", reason: "small_unit_in_mean" },
  /** It rests on a figure that is withheld. */
  restsOnWithheld: { status: "withheld", reason: "rests_on_withheld" },
} as const satisfies Record<string, Shown>;

export function shown(value: number): Shown {
  return { status: "shown", value };
}

export function shownOutcome(outcome: Computed): Shown {
  return outcome.status === "computed"
    ? shown(shownNumber(outcome.value))
    : { status: "not_computable", reason: outcome.reason };
}

/** An interval beside its figure; where the figure is hidden, so is the interval. */
export function shownInterval(interval: Interval, figure: Shown): ShownInterval {
  if (figure.status !== "shown") return { status: "no_interval", reason: "not_shown" };
  if (interval.status === "no_interval") return interval;
  const { low, high, method } = interval;
  return { status: "shown", low: fourPlaces(low), high: fourPlaces(high), method };
}

/** Bounds are floats, since an interval is information and never a score. */
function fourPlaces(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
