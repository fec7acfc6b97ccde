import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** What an organiser did: who, by which operation, to what. Of the body only the hash is kept. */
export interface AuditEntry {
  at: number;
  actor: string;
  action: string;
  subject: string;
  bodySha256: string;
}

/** An entry in its place. Its hash covers the hash before it, so that no row can be changed, moved or left out. */
export interface AuditRow extends AuditEntry {
  number: number;
  previous: string;
  sha256: string;
}

const beginning = { number: 0, sha256: "0".repeat(64) };

/** The row that follows `last`; the first one where there is none. */
export function rowAfter(
  last: Pick<AuditRow, "number" | "sha256"> = beginning,
  entry: AuditEntry,
): AuditRow {
  const { at, actor, action, subject, bodySha256 } = entry;
  const unsealed = { number: last.number + 1, previous: last.sha256 };
  return {
    ...unsealed,
    at,
    actor,
    action,
    subject,
    bodySha256,
    sha256: hashOf({ ...unsealed, ...entry }),
  };
}

/**
 * The number of the first row that does not follow from `last`, or nothing where the chain holds. Rows cut off the
 * end leave no trace in the chain itself: whoever keeps its last hash elsewhere sees that too.
 */
export function firstBroken(
  rows: readonly AuditRow[],
  last: Pick<AuditRow, "number" | "sha256"> = beginning,
): number | undefined {
  let before = last;
  for (const row of rows) {
    const follows = row.number === before.number + 1 && row.previous === before.sha256;
    if (!follows || row.sha256 !== hashOf(row)) return before.number + 1;
    before = row;
  }
  return undefined;
}

function hashOf(row: Omit<AuditRow, "sha256">): string {
  const { number, at, actor, action, subject, bodySha256, previous } = row;
  const text = JSON.stringify([number, at, actor, action, subject, bodySha256, previous]);
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
