import type { Component, Programme } from "../../../schema/programme.ts";
import { exact, one, sumOf } from "../exact.ts";
import type { Computed, Flag, TraceStep } from "../result.ts";
import { combineSpreads } from "../uncertainty/combine.ts";
import { computed, notComputable, operand, type Scored, type Spread, step } from "./scored.ts";

/** Components of one unit, in the programme's order. */
export type ScoredParts = ReadonlyMap<string, Scored>;

/** A sum of components with its spread. */
export interface Sum {
  outcome: Computed;
  spread: Spread;
  trace: readonly TraceStep[];
  flags: readonly Flag[];
}

/** Adds up some components; one that has no figure leaves the sum without one. */
export function sumParts(name: string, ids: readonly string[], parts: ScoredParts): Sum {
  const scored = ids.flatMap((id) => {
    const part = parts.get(id);
    return part ? [{ id, ...part }] : [];
  });
  const values = scored.flatMap(({ id, outcome }) =>
    outcome.status === "computed" ? [{ id, value: outcome.value }] : [],
  );
  if (values.length < ids.length || values.length === 0) return without(reasonOf(scored));
  const value = sumOf(values.map((part) => part.value));
  const formula = values.map((part) => operand(part.value)).join("+");
  return {
    outcome: computed(value),
    spread: combineSpreads(scored.map(({ spread }) => ({ weight: one, spread }))),
    trace: [
      step(
        name,
        values.map((part) => [part.id, part.value]),
        formula,
        value,
      ),
    ],
    flags: [],
  };
}

/** Not being on the shortlist is named as such only where nothing else is missing. */
function reasonOf(scored: readonly { outcome: Computed }[]): Flag {
  const reasons = scored.flatMap(({ outcome }) =>
    outcome.status === "not_computable" ? [outcome.reason] : [],
  );
  const onlyList = reasons.length > 0 && reasons.every((reason) => reason === "not_shortlisted");
  return onlyList ? "not_shortlisted" : "component_missing";
}

function without(reason: Flag): Sum {
  return {
    outcome: notComputable(reason),
    spread: { kind: "none", reason: "not_computable" },
    trace: [],
    flags: [],
  };
}

/** The total with its floor. A programme that adds nothing up has none. */
export function totalOf(programme: Programme, parts: ScoredParts): Sum {
  const { total } = programme;
  if (!total) return without("no_total");
  const sum = sumParts(
    "total",
    programme.components.map((component: Component) => component.id),
    parts,
  );
  if (sum.outcome.status === "not_computable" || total.floor === undefined) return sum;
  const floor = exact(total.floor);
  if (!sum.outcome.value.lt(floor)) return sum;
  const raised = step(
    "floor",
    [
      ["sum", sum.outcome.value],
      ["floor", floor],
    ],
    `max(${operand(floor)},${operand(sum.outcome.value)})`,
    floor,
  );
  return {
    outcome: computed(floor),
    spread: { kind: "none", reason: "no_method" },
    trace: [...sum.trace, raised],
    flags: ["floored"],
  };
}
