import type { KioskError } from "./error.ts";
import type { createSender } from "./sender.ts";
import type { Entry } from "./storage.ts";

export interface QueueStatus {
  /** Ballots that wait to be sent, held ones included. */
  pending: number;
  /** Of these, how many wait for somebody to mend something. */
  held: number;
  /** Ballots refused for ever, kept until `takeRefused()`. */
  refused: number;
  /** When the oldest of those that wait was made, as far as the clock can be trusted. */
  oldest?: string;
  lastError?: KioskError;
  lastDeliveredAt?: string;
  /** `revoked`: only a new enrolment helps; ballots stay. */
  state: "not-enrolled" | "revoked" | "failing" | "ready";
}

/** The queue in a few words. */
export function statusOf(
  entries: readonly Entry[],
  enrolled: boolean,
  { state, isWaiting }: ReturnType<typeof createSender>,
  now: number,
): QueueStatus {
  const pending = entries.filter(({ refused }) => !refused);
  const [first] = pending;
  const { lastError, deliveredAt, revoked } = state;
  return {
    pending: pending.length,
    held: pending.filter(({ heldUntil = 0 }) => heldUntil > now).length,
    refused: entries.length - pending.length,
    ...(first && {
      oldest: first.ratedAt ?? new Date(first.clock + (first.slowMs ?? 0)).toISOString(),
    }),
    ...(lastError && { lastError }),
    ...(deliveredAt !== undefined && { lastDeliveredAt: new Date(deliveredAt).toISOString() }),
    state: revoked ? "revoked" : !enrolled ? "not-enrolled" : isWaiting() ? "failing" : "ready",
  };
}
