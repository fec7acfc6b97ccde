import type { CatalogueEntry, PointsLedger } from "../../../schema/programme.ts";
import { type Exact, exact, one } from "../exact.ts";
import { groupBy } from "../group-by.ts";
import type { LedgerEntry, RoundFigures } from "../model.ts";
import { inWindow } from "../validity/streams.ts";

/**
 * Entries that stand. A counter-entry carries no points itself: it takes away the entry that it names,
 * unless it is cancelled in turn. So a voided entry that is reinstated counts as if nothing had happened.
 */
export function liveEntries(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const stands = standing(entries);
  return entries.filter((entry) => entry.cancels === undefined && stands(entry));
}

/** Tells of an entry, or a counter-entry, whether nothing that stands cancels it. */
export function standing(entries: readonly LedgerEntry[]): (entry: LedgerEntry) => boolean {
  const counters = groupBy(
    entries.filter(({ cancels }) => cancels !== undefined),
    ({ cancels }) => cancels ?? "",
  );
  const stands = (entry: LedgerEntry): boolean =>
    !(counters.get(entry.id) ?? []).some((counter) => stands(counter));
  return stands;
}

/** What an entry is worth: the points as recorded, times each of its modifiers. */
export function entryPoints(entry: LedgerEntry, catalogue: readonly CatalogueEntry[]): Exact {
  const kind = catalogue.find((candidate) => candidate.id === entry.entry);
  const times = (kind?.modifiers ?? [])
    .filter((modifier) => entry.modifiers.includes(modifier.id))
    .reduce((product, modifier) => product.mul(exact(modifier.times)), one);
  return exact(entry.points).mul(times);
}

/** Parts entries by whether their fact lies in the ledger's window (the round's, where it has none). */
export function splitByWindow(
  entries: readonly LedgerEntry[],
  ledger: Pick<PointsLedger, "window">,
  figures: RoundFigures,
): { counted: LedgerEntry[]; outside: LedgerEntry[] } {
  const window = ledger.window ?? figures.window;
  return {
    counted: entries.filter((entry) => inWindow(entry.on, window)),
    outside: entries.filter((entry) => !inWindow(entry.on, window)),
  };
}
