import type { LedgerEntry } from "../../../api/domain/model.ts";
import { less, type Ratio } from "./ratio.ts";

/** Entries that stand: a counter-entry strikes out what it names, and is itself nothing but a stroke. */
export function standing(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const struck = (entry: LedgerEntry): boolean =>
    entries.some((stroke) => stroke.cancels === entry.id && !struck(stroke));
  return entries.filter((entry) => entry.cancels === undefined && !struck(entry));
}

export function within(date: string, window: { from: string; to: string }): boolean {
  return window.from <= date && date <= window.to;
}

/** Entries of a ledger about a unit that stand and lie within the window. */
export function factsOf(
  entries: readonly LedgerEntry[],
  about: { ledger: string; unit: string; window: { from: string; to: string } },
): LedgerEntry[] {
  const page = entries.filter(({ ledger, unit }) => ledger === about.ledger && unit === about.unit);
  return standing(page).filter((entry) => within(entry.on, about.window));
}

export type Scored = ReadonlyMap<string, Ratio>;

/** 1, 2, 2, 4: one more than the number of those who are better. */
export function rankOf(unit: string, scored: Scored, best: "highest" | "lowest"): number | null {
  const own = scored.get(unit);
  if (own === undefined) return null;
  const better = [...scored.values()].filter((other) =>
    best === "highest" ? less(own, other) : less(other, own),
  );
  return better.length + 1;
}

/** So many from one end. Whoever ties with the last one taken is taken too. */
export function take(
  scored: Scored,
  end: "highest" | "lowest",
  places: number,
): { units: string[]; tied: boolean } {
  const units = [...scored.keys()].filter((unit) => (rankOf(unit, scored, end) ?? 0) <= places);
  return { units: units.sort(), tied: units.length > places };
}

/** The scores of some units only. */
export function among(scored: Scored, units: readonly string[]): Scored {
  return new Map([...scored].filter(([unit]) => units.includes(unit)));
}
