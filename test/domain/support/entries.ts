import type { LedgerEntry } from "../../../api/domain/model.ts";

let made = 0;

/** A ledger entry for `u-1` in mid-2024, with an id of its own. */
export function entry(parts: Partial<LedgerEntry>): LedgerEntry {
  made += 1;
  return {
    id: `e-${made}`,
    ledger: "ledger",
    unit: "u-1",
    points: 1,
    modifiers: [],
    on: "2024-06-15",
    ...parts,
  };
}
