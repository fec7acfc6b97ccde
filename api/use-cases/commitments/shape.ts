import type { CommitmentRow } from "../../store/commitments.ts";

/** The text of a version, without its number. */
export function commitmentOf({ unit: _, version: __, ...text }: CommitmentRow) {
  return text;
}

/** A version with its number. */
export function versionOf({ unit: _, ...version }: CommitmentRow) {
  return version;
}
