import type { Programme } from "../../../schema/programme.ts";
import type { Exact } from "../exact.ts";
import type { Scored, Spread } from "../scoring/scored.ts";
import type { Sum } from "../scoring/totals.ts";
import type { Compare } from "./places.ts";

/** Everything that one unit can be compared by. */
export interface UnitSums {
  components: ReadonlyMap<string, Scored>;
  subtotals: ReadonlyMap<string, Sum>;
  total: Sum;
}

type Sums = ReadonlyMap<string, UnitSums>;

/** A figure by its name in the programme: `total`, a subtotal or a component. */
export function figureOf(unit: UnitSums | undefined, id: string): Exact | undefined {
  const outcome = sumNamed(unit, id)?.outcome;
  return outcome?.status === "computed" ? outcome.value : undefined;
}

export function spreadOf(unit: UnitSums | undefined, id: string): Spread | undefined {
  return sumNamed(unit, id)?.spread;
}

function sumNamed(
  unit: UnitSums | undefined,
  id: string,
): Pick<Sum, "outcome" | "spread"> | undefined {
  if (id === "total") return unit?.total;
  return unit?.subtotals.get(id) ?? unit?.components.get(id);
}

/** Best first, by the ranking's figure and then by its tie-breakers, all read in the ranking's direction. */
export function compareByRanking(programme: Programme, sums: Sums): Compare {
  const { ranking } = programme;
  const keys = ranking ? [ranking.by, ...(ranking.tieBreakers ?? [])] : [];
  return compareBy(keys, directionOf(programme), sums);
}

export function directionOf({ ranking }: Programme): "highest" | "lowest" {
  return ranking?.best ?? "highest";
}

/** Compares by several figures in turn. Who lacks one comes after who has it. */
export function compareBy(
  keys: readonly string[],
  best: "highest" | "lowest",
  sums: Sums,
): Compare {
  return (left, right) => {
    for (const key of keys) {
      const order = compareFigures(figureOf(sums.get(left), key), figureOf(sums.get(right), key));
      if (order.missing !== 0) return order.missing;
      if (order.size !== 0) return best === "highest" ? -order.size : order.size;
    }
    return 0;
  };
}

function compareFigures(
  left: Exact | undefined,
  right: Exact | undefined,
): { missing: number; size: number } {
  if (left && right) return { missing: 0, size: left.compare(right) };
  return { missing: (left ? 0 : 1) - (right ? 0 : 1), size: 0 };
}
