import type { Component, Programme } from "../../../schema/programme.ts";
import type { UnitSnapshot } from "../model.ts";
import type { UnitSums } from "../ranking/figures.ts";
import type { ComponentResult, Flag, RoundResult, UnitResult } from "../result.ts";
import { notComputable, type Scored } from "../scoring/scored.ts";
import { type Bounds, intervalOf } from "../uncertainty/interval.ts";
import type { RankRange } from "../uncertainty/rank-range.ts";

/** Writes down what was found out about one unit. */
export function unitResult(
  programme: Programme,
  unit: UnitSnapshot,
  standing: { standing: UnitResult["standing"]; flags: Flag[] },
  sums: UnitSums | undefined,
  lists: RoundResult["lists"],
  ranked: { rank?: number | undefined; range?: RankRange | undefined },
): UnitResult {
  const common = {
    unit: unit.id,
    standing: standing.standing,
    lists: lists.filter(({ units }) => units.includes(unit.id)).map(({ list }) => list),
  };
  if (!sums) {
    return {
      ...common,
      components: [],
      subtotals: [],
      total: notComputable(standing.flags[0] ?? "component_missing"),
      trace: [],
      interval: { status: "no_interval", reason: "not_computable" },
      flags: standing.flags,
    };
  }
  return {
    ...common,
    components: programme.components.flatMap((component) => {
      const scored = sums.components.get(component.id);
      return scored ? [componentResult(component, scored)] : [];
    }),
    subtotals: [...sums.subtotals].map(([id, { outcome }]) => ({ id, outcome })),
    total: sums.total.outcome,
    trace: sums.total.trace,
    interval: intervalOf(sums.total, "sum"),
    ...(ranked.rank === undefined ? {} : { rank: ranked.rank }),
    ...(ranked.range === undefined ? {} : { rankRange: ranked.range }),
    flags: [...new Set([...standing.flags, ...sums.total.flags, ...missing(sums)])],
  };
}

/** What keeps a unit from a total; a programme without a total misses nothing. */
function missing({ total }: UnitSums): Flag[] {
  const { outcome } = total;
  return outcome.status === "not_computable" && outcome.reason !== "no_total"
    ? [outcome.reason]
    : [];
}

function componentResult(component: Component, scored: Scored): ComponentResult {
  const { outcome, n, flags, trace } = scored;
  const interval = intervalOf(scored, "mean-normal", boundsOf(component));
  return { id: component.id, outcome, n, flags, trace, interval };
}

function boundsOf(component: Component): Bounds | undefined {
  return "points" in component ? { low: 0, high: component.points } : undefined;
}
