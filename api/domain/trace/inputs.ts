import type { Text } from "../../../schema/programme.ts";
import { exact, roundHalfUp } from "../exact.ts";
import type { TraceStep } from "../result.ts";

export type Language = "zh" | "en";

/** Reads a step for prose: figures rounded, names replaced by their labels. */
export interface Told {
  /** A figure by its name in the step, rounded half up to four decimals. */
  figure: (name: string) => string;
  has: (name: string) => boolean;
  /** The label of what an input names, such as a group or a part. */
  label: (name: string) => string;
  /** Inputs that are named after things of the programme, with their labels. */
  listed: readonly { id: string; label: string; figure: string }[];
  result: string;
}

export function tellFrom(
  step: TraceStep,
  labels: ReadonlyMap<string, Text>,
  language: Language,
): Told {
  const inputs = new Map(step.inputs.map(({ name, value }) => [name, value]));
  const labelOf = (id: string) => labels.get(id)?.[language];
  return {
    figure: (name) => rounded(inputs.get(name) ?? ""),
    has: (name) => inputs.has(name),
    label: (name) => labelOf(inputs.get(name) ?? "") ?? inputs.get(name) ?? "",
    listed: step.inputs.flatMap(({ name, value }) => {
      const label = labelOf(name);
      return label === undefined ? [] : [{ id: name, label, figure: rounded(value) }];
    }),
    result: rounded(step.result),
  };
}

function rounded(value: string): string {
  return /^-?[0-9./]+$/.test(value) ? roundHalfUp(exact(value)) : value;
}
