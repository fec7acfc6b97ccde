import { type Exact, exactText } from "../exact.ts";
import type { Computed, Flag, NoInterval, TraceStep } from "../result.ts";

/** What is known of a figure's chance variation; intervals are made from it. */
export type Spread =
  | { kind: "sampled"; variance: number }
  /** A fact: nothing about it varies by chance. */
  | { kind: "fixed" }
  | { kind: "none"; reason: NoInterval };

/** A component of one unit, before its interval is worked out. */
export interface Scored {
  outcome: Computed;
  n: number;
  flags: readonly Flag[];
  trace: readonly TraceStep[];
  spread: Spread;
}

export function computed(value: Exact): Computed {
  return { status: "computed", value };
}

export function notComputable(reason: Flag): Computed {
  return { status: "not_computable", reason };
}

/** A component without a figure, and why. */
export function unscored(reason: Flag, flags: readonly Flag[] = []): Scored {
  return {
    outcome: notComputable(reason),
    n: 0,
    flags: [reason, ...flags],
    trace: [],
    spread: { kind: "none", reason: "not_computable" },
  };
}

/** One line of a trace; figures are written exactly. */
export function step(
  name: string,
  inputs: readonly [name: string, value: Exact | number | string][],
  formula: string,
  result: Exact,
): TraceStep {
  return {
    step: name,
    inputs: inputs.map(([input, value]) => ({ name: input, value: textOf(value) })),
    formula,
    result: exactText(result),
  };
}

/** Exact text for a formula; what is not a plain positive number stands in brackets. */
export function operand(value: Exact | number): string {
  const text = textOf(value);
  return /^[0-9.]+$/.test(text) ? text : `(${text})`;
}

function textOf(value: Exact | number | string): string {
  return typeof value === "object" ? exactText(value) : String(value);
}
