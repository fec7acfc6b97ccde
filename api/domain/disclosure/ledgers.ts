import type { Programme } from "../../../schema/programme.ts";
import { type Exact, shownNumber, sumOf } from "../exact.ts";
import { groupBy } from "../group-by.ts";
import type { LedgerEntry, RoundFigures } from "../model.ts";
import { entryPoints, liveEntries, splitByWindow } from "../scoring/entries.ts";

/** What a ledger counts for one unit, added up. */
export interface LedgerTotal {
  ledger: string;
  unit: string;
  entries: number;
  points: number;
}

export interface PublicLedgers {
  entries: LedgerEntry[];
  totals: LedgerTotal[];
}

/** Ledgers in public: the facts without reason or evidence or, where a fact could tell of a person, only their sum. */
export function publicLedgers(programme: Programme, figures: RoundFigures): PublicLedgers {
  const secret = new Set(
    programme.ledgers
      .filter((ledger) => ledger.kind === "points" && ledger.identifiesPeople === true)
      .map(({ id }) => id),
  );
  const live = liveEntries(figures.entries).filter(({ ledger }) => secret.has(ledger));
  return {
    entries: figures.entries.filter(({ ledger }) => !secret.has(ledger)).map(factOf),
    totals: [...groupBy(live, ({ ledger, unit }) => `${ledger} ${unit}`).values()].flatMap(
      (entries) => totalOf(entries, programme, figures),
    ),
  };
}

function factOf(recorded: LedgerEntry): LedgerEntry {
  const { id, ledger, unit, entry, assessor, points, modifiers, on, deed, cancels } = recorded;
  return {
    id,
    ledger,
    unit,
    points,
    modifiers,
    on,
    ...(entry !== undefined && { entry }),
    ...(assessor !== undefined && { assessor }),
    ...(deed !== undefined && { deed }),
    ...(cancels !== undefined && { cancels }),
  };
}

function totalOf(
  entries: readonly LedgerEntry[],
  programme: Programme,
  figures: RoundFigures,
): LedgerTotal[] {
  const [first] = entries;
  const ledger = programme.ledgers.find(({ id }) => id === first?.ledger);
  if (!first || ledger?.kind !== "points") return [];
  const { counted } = splitByWindow(entries, ledger, figures);
  if (counted.length === 0) return [];
  const onePerDeed = programme.components.some(
    (component) =>
      component.kind === "ledger-points" && component.ledger === ledger.id && component.onePerDeed,
  );
  const deeds = groupBy(counted, ({ id, deed }) =>
    onePerDeed && deed !== undefined ? `deed ${deed}` : `entry ${id}`,
  );
  const worth = [...deeds.values()].map((deed) =>
    highest(deed.map((entry) => entryPoints(entry, ledger.catalogue))),
  );
  const points = shownNumber(sumOf(worth));
  return [{ ledger: ledger.id, unit: first.unit, entries: counted.length, points }];
}

function highest(points: readonly Exact[]): Exact {
  return points.reduce((best, next) => (next.gt(best) ? next : best));
}
