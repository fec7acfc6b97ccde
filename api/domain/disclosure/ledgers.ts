import type { ComponentOf, PointsLedger, Programme } from "../../../schema/programme.ts";
import { type Exact, shownNumber, sumOf } from "../exact.ts";
import { groupBy } from "../group-by.ts";
import type { LedgerEntry, RoundFigures } from "../model.ts";
import { entryPoints, liveEntries, splitByWindow } from "../scoring/entries.ts";
import { inWindow } from "../validity/streams.ts";

/** What a ledger counts for one unit, added up over all that a rule does not tell apart. */
export interface LedgerTotal {
  ledger: string;
  unit: string;
  /** Where a sheet has parts: the first entry of the part, whatever was recorded. */
  entry?: string;
  /** The first day of the dates that it is about. */
  on: string;
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
      (entries) => totalsOf(entries, programme, figures),
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

function totalsOf(
  entries: readonly LedgerEntry[],
  programme: Programme,
  figures: RoundFigures,
): LedgerTotal[] {
  const [first] = entries;
  const ledger = programme.ledgers.find(({ id }) => id === first?.ledger);
  if (!first || ledger?.kind !== "points") return [];
  const { counted } = splitByWindow(entries, ledger, figures);
  const window = ledger.window ?? figures.window;
  const onePerDeed = programme.components.some(
    (component) =>
      component.kind === "ledger-points" && component.ledger === ledger.id && component.onePerDeed,
  );
  return partsOf(ledger.id, programme, window).flatMap(({ entry, among, dates }) => {
    const own = counted.filter(
      (one) => inWindow(one.on, dates) && (!among || among.includes(one.entry ?? "")),
    );
    if (own.length === 0) return [];
    const points = shownNumber(sumOf(worthOf(own, ledger, onePerDeed)));
    return [
      {
        ledger: ledger.id,
        unit: first.unit,
        ...(entry !== undefined && { entry }),
        on: dates.from > window.from ? dates.from : window.from,
        entries: own.length,
        points,
      },
    ];
  });
}

interface Part {
  entry?: string | undefined;
  among?: readonly string[];
  dates: { from: string; to: string };
}

/** What the rules tell apart in a ledger: parts and periods of a sheet, or nothing. */
function partsOf(ledger: string, { components }: Programme, window: Part["dates"]): Part[] {
  const sheet = components.find(
    (component): component is ComponentOf<"deduction-sheet"> =>
      component.kind === "deduction-sheet" && component.ledger === ledger,
  );
  if (!sheet) return [{ dates: window }];
  return sheet.parts.flatMap((part) => {
    const periods = part.periods?.map((period) => period.window) ?? [window];
    return periods.map((dates) => ({ entry: part.entries[0], among: part.entries, dates }));
  });
}

/** Worth of each entry or, where a deed counts once, of each deed. */
function worthOf(
  entries: readonly LedgerEntry[],
  { catalogue }: PointsLedger,
  onePerDeed: boolean,
): Exact[] {
  const deeds = groupBy(entries, ({ id, deed }) =>
    onePerDeed && deed !== undefined ? `deed ${deed}` : `entry ${id}`,
  );
  return [...deeds.values()].map((deed) =>
    deed
      .map((entry) => entryPoints(entry, catalogue))
      .reduce((best, next) => (next.gt(best) ? next : best)),
  );
}
