import { daysBetween } from "../calendar.ts";
import type { Random } from "../random.ts";

/** Picks a day of a span, both ends inclusive. */
export function dayOf(span: { from: string; to: string }): (random: Random) => string {
  const days = daysBetween(span.from, span.to);
  return (random) => days[random.whole(0, days.length - 1)] ?? span.from;
}
