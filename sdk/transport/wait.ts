/** How long to wait, and never longer than. */
export interface Patience {
  /** Upper bound of the first wait; it doubles with each attempt. */
  firstWaitMs: number;
  /** No wait is longer, whatever the server asks for. */
  longestWaitMs: number;
}

/**
 * `Retry-After` in milliseconds from now: RFC 9110 allows seconds and a date. A date is the server's, so that it is held against
 * the server's clock where the answer tells it: ours may be hours off.
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const header = headers.get("retry-after");
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  const serverNow = Date.parse(headers.get("date") ?? "") || now;
  return Number.isNaN(date) ? undefined : Math.max(0, date - serverNow);
}

/**
 * The wait before the next attempt, with full jitter: anywhere between nothing and the doubled bound, so that devices
 * that failed together do not come back together. The jitter comes on top of what the server asks for.
 */
export function waitMs(
  attempt: number,
  asked: number | undefined,
  random: () => number,
  { firstWaitMs, longestWaitMs }: Patience,
): number {
  const jitter = random() * Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
  return Math.min(longestWaitMs, (asked ?? 0) + jitter);
}
