import type { Gap } from "./gaps.ts";
import type { PublishedFigure, PublishedInterval } from "./published.ts";

/** `withheld`: not published, or resting on something that is not. */
export type Verdict = "identical" | "different" | "withheld";

type Value = string | number;

/** One published figure held against the recomputed one. */
export interface Check {
  /** Where it stands in the published result, as `components/online-vote`. */
  figure: string;
  verdict: Verdict;
  published?: Value;
  recomputed?: Value;
  /** Why it is withheld, or what is wrong with it. */
  reason?: string;
}

const isHidden = ({ status }: PublishedFigure) =>
  status === "withheld" || status === "insufficient";

/** Holds a figure against the recomputed one; `gap` is what is missing of its inputs. */
export function checkFigure(
  figure: string,
  published: PublishedFigure,
  recomputed: PublishedFigure | undefined,
  gap: Gap | undefined,
  tolerance = 0,
): Check {
  if (gap === "ballots_not_published" && published.status === "shown") {
    // Whatever is shown has its ballots published: the release contradicts itself.
    return { figure, verdict: "different", published: textOf(published), reason: gap };
  }
  if (gap) return withheld(figure, published, isHidden(published) ? published.reason : gap);
  const both = { published: textOf(published), recomputed: textOf(recomputed) };
  if (!isSame(published, recomputed, tolerance)) {
    return { figure, verdict: "different", ...both };
  }
  if (isHidden(published)) return withheld(figure, published, published.reason);
  return { figure, verdict: "identical", ...both };
}

export function withheld(
  figure: string,
  published: PublishedFigure | undefined,
  reason: string | undefined,
): Check {
  return {
    figure,
    verdict: "withheld",
    ...(published?.value !== undefined && { published: published.value }),
    ...(reason !== undefined && { reason }),
  };
}

/** Holds any other value against the recomputed one. */
export function checkValue(
  figure: string,
  published: Value,
  recomputed: Value | undefined,
  gap?: Gap,
): Check {
  if (gap) return { figure, verdict: "withheld", published, reason: gap };
  return {
    figure,
    verdict: published === recomputed ? "identical" : "different",
    published,
    recomputed: recomputed ?? none,
  };
}

const none = "–";

function isSame(
  published: PublishedFigure,
  recomputed: PublishedFigure | undefined,
  tolerance: number,
): boolean {
  if (published.status !== recomputed?.status) return false;
  if (published.value === undefined || recomputed.value === undefined) {
    return published.value === recomputed.value && published.reason === recomputed.reason;
  }
  // Half a unit of the fourth place, for what floats make of decimals.
  const slack = tolerance === 0 ? 0 : tolerance + 0.00005;
  return Math.abs(published.value - recomputed.value) <= slack;
}

function textOf(figure: PublishedFigure | undefined): Value {
  return figure?.value ?? figure?.reason ?? none;
}

/** An interval in one word, to be compared and printed. */
export function intervalText(interval: PublishedInterval | undefined): string {
  if (!interval) return none;
  const { low, high, method, reason } = interval;
  return interval.status === "shown" ? `${low}…${high} (${method})` : `${reason}`;
}
