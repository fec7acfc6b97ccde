import { all } from "../../api/domain/disclosure/tallies.ts";
import { isWholeBallot } from "../../api/domain/disclosure/visibility.ts";
import { groupBy } from "../../api/domain/group-by.ts";
import type { Cell, LedgerEntry, RoundFigures, UnitSnapshot } from "../../api/domain/model.ts";
import { instrumentOf } from "../../api/domain/scoring/context.ts";
import { isGiven } from "../../api/domain/tally/counts.ts";
import { inScope } from "../../api/domain/validity/units.ts";
import type { Programme, PublishedCell, PublishedLedgers, PublishedRound } from "./published.ts";

/** Published files as the rules take them, and the counters as they were published. */
export function figuresFrom(
  programme: Programme,
  tallies: readonly PublishedCell[],
  ledgers: PublishedLedgers,
  round: PublishedRound,
): { figures: RoundFigures; cells: Cell[] } {
  const cells = tallies.map(cellOf);
  const { units, window, decisions, volumes, history, lists } = round;
  const breaks = breaksOf(programme, round);
  const figures: RoundFigures = {
    units,
    window,
    decisions,
    volumes,
    history,
    cells: inSomeGroup(programme, cells, units),
    entries: [
      ...ledgers.entries,
      ...ledgers.totals.flatMap((total, place) =>
        entriesOf(total, place, breaks.get(`${total.ledger} ${total.unit}`)),
      ),
    ],
    ...(lists && lists.length > 0 && { lists }),
    means: statedMeans(programme, cells, round),
  };
  return { figures, cells };
}

function cellOf({ count, sum, sumOfSquares, ...place }: PublishedCell): Cell {
  return {
    ...place,
    count: count.value ?? 0,
    sum: sum.value ?? 0,
    sumOfSquares: sumOfSquares.value ?? 0,
  };
}

/**
 * Where groups are added up, every sheet weighs the same, or the figure is not shown: it does not matter in which group
 * that could appraise the unit they are counted.
 */
function inSomeGroup(
  programme: Programme,
  cells: readonly Cell[],
  units: readonly UnitSnapshot[],
): Cell[] {
  const snapshots = new Map(units.map((unit) => [unit.id, unit]));
  return cells.map((cell) => {
    const unit = snapshots.get(cell.unit);
    if (cell.group !== all || !unit) return cell;
    const stream = programme.streams.find(({ id }) => id === cell.stream);
    const group = stream?.groups.find((id) =>
      inScope(unit, programme.groups.find((one) => one.id === id)?.scope),
    );
    return group === undefined ? cell : { ...cell, group };
  });
}

/**
 * A sum stands for its entries: as many of them, the first with all the points. What broke a run is not told; that one
 * of the entries did is.
 */
function entriesOf(
  { entries, points, ...fact }: PublishedLedgers["totals"][number],
  place: number,
  breaking: string | undefined,
): LedgerEntry[] {
  const entry = fact.entry ?? breaking;
  return Array.from({ length: entries }, (_, index) => ({
    ...fact,
    ...(entry !== undefined && { entry }),
    id: `total ${place} ${index}`,
    points: index === 0 ? points : 0,
    modifiers: [],
  }));
}

/** Of a unit and a ledger of which only sums are published: an entry that breaks a run, if one did. */
function breaksOf(programme: Programme, { runs = [] }: PublishedRound): Map<string, string> {
  const breaking = programme.awards.flatMap((award) =>
    award.kind === "clean-run"
      ? (award.brokenBy ?? []).map((by) => ({ ...by, stream: award.stream }))
      : [],
  );
  return new Map(
    breaking
      .filter(({ ledger }) => isSummed(programme, ledger))
      .flatMap(({ ledger, stream, entries: [entry = ""] }) =>
        runs
          .filter((run) => run.broken && run.stream === stream)
          .map(({ unit }): [string, string] => [`${ledger} ${unit}`, entry]),
      ),
  );
}

/** Whether only sums are published of a ledger. */
export function isSummed({ ledgers }: Programme, id: string): boolean {
  return ledgers.some(
    (ledger) => ledger.id === id && ledger.kind === "points" && ledger.identifiesPeople === true,
  );
}

/** A mean is taken as stated only where it cannot be computed: where a unit's ballots are not published. */
function statedMeans(
  programme: Programme,
  cells: readonly Cell[],
  { units, means = [] }: PublishedRound,
): Record<string, number> {
  const places = groupBy(cells.filter(isGiven), ({ stream, unit }) => `${stream} ${unit}`);
  const stated = means.filter(({ component: id }) => {
    const component = programme.components.find((one) => one.id === id);
    if (component?.kind !== "levels-mean") return false;
    if (isWholeBallot(instrumentOf(programme, component.stream))) return false;
    return units.some((unit) => !places.has(`${component.stream} ${unit.id}`));
  });
  return Object.fromEntries(stated.map(({ component, value }) => [component, value]));
}
