import type { Cell } from "../model.ts";

/** What makes two cells the same counter. No name contains a space. */
export function cellKey(cell: Cell): string {
  const { unit, group, channel, stream, question, answer } = cell;
  return [stream, unit, question, answer, group, channel].join(" ");
}

/**
 * Adds up any number of cubes, cell by cell. The result does not depend on their order:
 * it is sorted by key, and counters that come to nothing are left out.
 */
export function mergeCells(...cubes: readonly Iterable<Cell>[]): Cell[] {
  return collect(cubes.map((cells) => ({ cells, sign: 1 })));
}

/** Takes one cube from another, as voiding a ballot takes its cells from the tally. */
export function subtractCells(from: Iterable<Cell>, taken: Iterable<Cell>): Cell[] {
  return collect([
    { cells: from, sign: 1 },
    { cells: taken, sign: -1 },
  ]);
}

function collect(parts: readonly { cells: Iterable<Cell>; sign: number }[]): Cell[] {
  const totals = new Map<string, Cell>();
  for (const { cells, sign } of parts) {
    for (const cell of cells) add(totals, cell, sign);
  }
  return [...totals]
    .filter(([, cell]) => cell.count !== 0 || cell.sum !== 0 || cell.sumOfSquares !== 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, cell]) => cell);
}

function add(totals: Map<string, Cell>, cell: Cell, sign: number): void {
  const key = cellKey(cell);
  const total = totals.get(key);
  if (!total) {
    const { count, sum, sumOfSquares } = cell;
    // Adding zero turns a negative zero into zero.
    totals.set(key, {
      ...cell,
      count: sign * count + 0,
      sum: sign * sum + 0,
      sumOfSquares: sign * sumOfSquares + 0,
    });
    return;
  }
  total.count += sign * cell.count;
  total.sum += sign * cell.sum;
  total.sumOfSquares += sign * cell.sumOfSquares;
}
