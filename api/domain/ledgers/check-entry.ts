import type {
  CatalogueEntry,
  PointsLedger,
  Programme,
  ScoreLedger,
} from "../../../schema/programme.ts";
import { exact } from "../exact.ts";
import type { LedgerEntry, UnitSnapshot } from "../model.ts";
import { liveEntries, standing } from "../scoring/entries.ts";
import { mustScore } from "../scoring/ledger-score.ts";
import { inWindow } from "../validity/streams.ts";
import type { Refusal, RefusalCode } from "./refusals.ts";

/** What an entry is checked against. */
export interface EntryContext {
  programme: Programme;
  units: ReadonlyMap<string, UnitSnapshot>;
  /** Entries of the round so far. */
  entries: readonly LedgerEntry[];
  /** The round's own dates, for ledgers without a window. */
  window: { from: string; to: string };
}

/**
 * Checks an entry that is to be recorded: catalogue, range, decimals, window, assessor. An empty list means that it
 * may be recorded. That a reason is given is for the caller to check.
 */
export function checkEntry(entry: LedgerEntry, context: EntryContext): Refusal[] {
  const ledger = context.programme.ledgers.find(({ id }) => id === entry.ledger);
  if (!ledger) return [refuse("not_in_catalogue", "/ledger")];
  if (entry.cancels !== undefined) return checkCounter(entry, entry.cancels, context);
  const window = ledger.window ?? context.window;
  return [
    ...(context.units.has(entry.unit) ? [] : [refuse("unknown_unit", "/unit")]),
    ...(inWindow(entry.on, window) ? [] : [refuse("outside_window", "/on")]),
    ...(ledger.kind === "points" ? checkPoints(entry, ledger) : checkScore(entry, ledger, context)),
  ];
}

function checkPoints(entry: LedgerEntry, ledger: PointsLedger): Refusal[] {
  const kind = ledger.catalogue.find(({ id }) => id === entry.entry);
  if (!kind) return [refuse("not_in_catalogue", "/entry")];
  const known = new Set(kind.modifiers?.map(({ id }) => id));
  const modifiers = entry.modifiers.flatMap((modifier, index) => {
    if (!known.has(modifier)) return [refuse("unknown_modifier", `/modifiers/${index}`)];
    const again = entry.modifiers.indexOf(modifier) < index;
    return again ? [refuse("repeated", `/modifiers/${index}`)] : [];
  });
  return [...checkWorth(entry.points, kind), ...modifiers];
}

function checkWorth(points: number, { points: set }: CatalogueEntry): Refusal[] {
  if (typeof set === "number") {
    return points === set ? [] : [refuse("points_not_as_catalogued", "/points")];
  }
  if (points < set.from || points > set.to) return [refuse("points_out_of_range", "/points")];
  return hasDecimals(points, 4) ? [] : [refuse("too_many_decimals", "/points")];
}

function checkScore(entry: LedgerEntry, ledger: ScoreLedger, context: EntryContext): Refusal[] {
  const { points } = entry;
  const { from, to } = ledger.range;
  return [
    ...(points < from || points > to ? [refuse("points_out_of_range", "/points")] : []),
    ...(hasDecimals(points, ledger.decimals) ? [] : [refuse("too_many_decimals", "/points")]),
    ...checkAssessor(entry, ledger, context),
  ];
}

function checkAssessor(entry: LedgerEntry, ledger: ScoreLedger, context: EntryContext): Refusal[] {
  const assessor = ledger.assessors.find(({ id }) => id === entry.assessor);
  if (!assessor) return [refuse("unknown_assessor", "/assessor")];
  const unit = context.units.get(entry.unit);
  if (unit && !mustScore(assessor, unit)) return [refuse("not_this_assessor", "/assessor")];
  const given = liveEntries(context.entries).some(
    (other) =>
      other.ledger === entry.ledger &&
      other.unit === entry.unit &&
      other.assessor === entry.assessor,
  );
  return given ? [refuse("already_scored", "/unit")] : [];
}

/** A counter-entry cancels an entry, or another counter-entry, that stands. */
function checkCounter(entry: LedgerEntry, cancels: string, { entries }: EntryContext): Refusal[] {
  const target = entries.find(({ id, ledger }) => id === cancels && ledger === entry.ledger);
  if (!target) return [refuse("unknown_entry", "/cancels")];
  if (target.unit !== entry.unit) return [refuse("unknown_entry", "/unit")];
  return standing(entries)(target) ? [] : [refuse("already_cancelled", "/cancels")];
}

function hasDecimals(points: number, most: number): boolean {
  return exact(points).mul(10 ** most).d === 1n;
}

function refuse(code: RefusalCode, pointer: string): Refusal {
  return { code, pointer };
}
