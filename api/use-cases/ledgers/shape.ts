import type { RecordedEntry } from "../../store/ledgers.ts";

/** An entry as the contract shapes it. */
export function entryOf({ recordedAt, modifiers, ...entry }: RecordedEntry) {
  return { ...entry, modifiers: [...modifiers], recordedAt: new Date(recordedAt).toISOString() };
}
