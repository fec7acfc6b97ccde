import type { Instrument, Ledger, Programme, Stream } from "../../../schema/programme.ts";
import { groupBy } from "../group-by.ts";
import type { Cell, LedgerEntry, RoundFigures, UnitSnapshot } from "../model.ts";
import { isGiven } from "../tally/counts.ts";
import { liveEntries } from "./entries.ts";

/** A programme that refers to something it does not have. The linter refuses such a document before it runs. */
export class ProgrammeFault extends Error {
  override name = "ProgrammeFault";
}

/** What every component is computed from; built once for a round. */
export interface ScoringContext {
  programme: Programme;
  figures: RoundFigures;
  /** Units that take part, in the order of the round. */
  appraised: readonly UnitSnapshot[];
  /** Scored cells of a stream for a unit; unit "" holds what is counted of ballots as a whole. */
  cellsOf: (stream: string, unit: string) => readonly Cell[];
  /** Entries of a ledger for a unit that stand, counter-entries taken into account. */
  entriesOf: (ledger: string, unit: string) => readonly LedgerEntry[];
}

export function contextOf(
  programme: Programme,
  figures: RoundFigures,
  appraised: readonly UnitSnapshot[],
): ScoringContext {
  const cells = groupBy(figures.cells.filter(isGiven), (cell) => `${cell.stream} ${cell.unit}`);
  const entries = groupBy(liveEntries(figures.entries), (entry) => `${entry.ledger} ${entry.unit}`);
  return {
    programme,
    figures,
    appraised,
    cellsOf: (stream, unit) => cells.get(`${stream} ${unit}`) ?? [],
    entriesOf: (ledger, unit) => entries.get(`${ledger} ${unit}`) ?? [],
  };
}

/** Finds what the programme refers to. */
export function named<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const found = items.find((item) => item.id === id);
  if (!found) throw new ProgrammeFault(`the programme has no ${id}`);
  return found;
}

export function streamNamed(programme: Programme, id: string): Stream {
  return named(programme.streams, id);
}

export function instrumentOf(programme: Programme, stream: string): Instrument {
  return named(programme.instruments, streamNamed(programme, stream).instrument);
}

/** A ledger of the kind that a component can read. */
export function ledgerOf<Kind extends Ledger["kind"]>(
  programme: Programme,
  id: string,
  kind: Kind,
): Extract<Ledger, { kind: Kind }> {
  const ledger = named(programme.ledgers, id);
  if (!isKind(ledger, kind)) throw new ProgrammeFault(`ledger ${id} is not a ledger of ${kind}`);
  return ledger;
}

function isKind<Kind extends Ledger["kind"]>(
  ledger: Ledger,
  kind: Kind,
): ledger is Extract<Ledger, { kind: Kind }> {
  return ledger.kind === kind;
}
