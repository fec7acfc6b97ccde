import type { LedgerEntry } from "../../../../api/domain/model.ts";
import type { Luck } from "./luck.ts";

/** A fact or a mark before it has a number. */
export type Fact = Partial<LedgerEntry> & Pick<LedgerEntry, "ledger" | "unit" | "points" | "on">;

/** Numbers the facts, and strikes some out with counter-entries; some strokes are themselves struck out. */
export function numbered(facts: readonly Fact[], chance: Luck): LedgerEntry[] {
  const entries = facts.map((fact, index) => ({ modifiers: [], ...fact, id: `e${index}` }));
  const strokes = entries
    .filter(() => chance.oneIn(5))
    .map((entry) => ({ ...entry, id: `${entry.id}-struck`, cancels: entry.id }));
  const restored = strokes
    .filter(() => chance.oneIn(6))
    .map((stroke) => ({ ...stroke, id: `${stroke.id}-again`, cancels: stroke.id }));
  return chance.some([...entries, ...strokes, ...restored], Number.POSITIVE_INFINITY);
}
