import { disclose, type ShownRound } from "../../api/domain/disclosure.ts";
import type { Cell, LedgerEntry } from "../../api/domain/model.ts";
import type { RoundResult } from "../../api/domain/result.ts";
import { scoreRound } from "../../api/domain/scoring.ts";
import type { Programme, PublishedCell, PublishedLedgers, PublishedRound } from "./published.ts";

export interface Recomputed {
  result: RoundResult;
  /** The same, rounded and named as results are published. */
  shown: ShownRound;
}

/**
 * Scores a round from what is published of it, with the rules that the server ran. `document` is the programme as
 * it is published.
 * @example recompute(programme, tallies, inputs, inputs).shown.units
 */
export function recompute(
  document: Partial<Programme>,
  tallies: readonly PublishedCell[],
  ledgers: PublishedLedgers,
  round: PublishedRound,
): Recomputed {
  const programme = withLists(document);
  const figures = {
    ...round,
    cells: tallies.map(cellOf),
    entries: [
      ...ledgers.entries,
      ...ledgers.totals.flatMap(entriesOf),
    ],
    // The lists are taken as they were fixed: who is on them can rest on figures that are not shown.
    lists: round.lists && round.lists.length > 0 ? round.lists : undefined,
  };
  const result = scoreRound(programme, figures);
  return { result, shown: disclose(programme, figures, result) };
}

/** A published document leaves empty lists out. */
export function withLists(document: Partial<Programme>): Programme {
  const empty = {
    tags: [],
    ledgers: [],
    components: [],
    statistics: [],
    subtotals: [],
    awards: [],
    deadlines: [],
    calendar: [],
    offices: [],
    comments: [],
    duties: [],
    breaches: [],
  };
  const programme: Partial<Programme> = { ...empty, ...document };
  if (!isWhole(programme)) throw new TypeError("this is no programme");
  return programme;
}

function isWhole(document: Partial<Programme>): document is Programme {
  return (
    document.pools !== undefined &&
    document.groups !== undefined &&
    document.instruments !== undefined &&
    document.streams !== undefined &&
    document.disclosure !== undefined
  );
}

function cellOf({ count, sum, sumOfSquares, ...place }: PublishedCell): Cell {
  return {
    ...place,
    count: count.value ?? 0,
    sum: sum.value ?? 0,
    sumOfSquares: sumOfSquares.value ?? 0,
  };
}

/** A sum stands for its entries: as many of them, the first with all the points. */
function entriesOf(total: PublishedLedgers["totals"][number], place: number): LedgerEntry[] {
  const { entries, points, ...fact } = total;
  return Array.from({ length: entries }, (_, index) => ({
    ...fact,
    id: `total ${place} ${index}`,
    points: index === 0 ? points : 0,
    modifiers: [],
  }));
}
