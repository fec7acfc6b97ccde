import type { z } from "zod";
import type { UnitTrace } from "../../../schema/contract/explanations.ts";
import type { ShownUnit } from "../../domain/disclosure.ts";
import type { TraceStep } from "../../domain/result.ts";
import { exact, roundHalfUp } from "../../domain/scoring.ts";
import { traceProse } from "../../domain/trace.ts";
import { labelOf } from "./labels.ts";
import type { Computed } from "./shape.ts";

/** How each figure of a unit came about, as far as the figure is shown. */
export function traceOf(
  unit: ShownUnit,
  { frozen, scored, shown }: Computed,
): z.infer<typeof UnitTrace> {
  const { programme } = frozen;
  const result = scored.units.find((one) => one.unit === unit.unit);
  const prose = {
    zh: result ? traceProse(programme, result, "zh") : [],
    en: result ? traceProse(programme, result, "en") : [],
  };
  const coarse = mixesInHidden(unit, shown);
  const told = (id: string, language: "zh" | "en") =>
    prose[language].find((paragraph) => paragraph.id === id)?.sentences ?? [];
  const part = (id: string, figure: ShownUnit["total"], steps: readonly TraceStep[]) => {
    const seen = figure.status === "shown";
    return {
      id,
      label: id === "total" ? total : labelOf(programme.components, id),
      figure,
      steps: seen ? steps.map(coarse ? roundedCopyOf : copyOf) : [],
      prose: seen ? { zh: told(id, "zh"), en: told(id, "en") } : { zh: [], en: [] },
    };
  };
  return {
    round: frozen.id,
    unit: unit.unit,
    parts: [
      ...unit.components.map(({ id, figure }) =>
        part(id, figure, result?.components.find((one) => one.id === id)?.trace ?? []),
      ),
      ...(programme.total ? [part("total", unit.total, result?.trace ?? [])] : []),
    ],
  };
}

const total = { zh: "总分", en: "Total" };

/** Whether a figure of the unit is filled up with a mean over units that are not all shown. */
function mixesInHidden({ components }: ShownUnit, { units }: Computed["shown"]): boolean {
  return components.some(
    ({ id, flags }) =>
      flags.includes("small_sample") &&
      units.some((other) =>
        other.components.some((one) => one.id === id && one.figure.status !== "shown"),
      ),
  );
}

/** The last digits of a mean could tell how few ballots a hidden unit has: fractions are rounded as figures are. */
function roundedCopyOf({ step, inputs, formula, result }: TraceStep) {
  return {
    step,
    inputs: inputs.map(({ name, value }) => ({ name, value: rounded(value) })),
    formula: formula.replaceAll(/\((-?\d+\/\d+)\)/g, (_, fraction: string) => rounded(fraction)),
    result: rounded(result),
  };
}

function rounded(value: string): string {
  return /^-?\d+\/\d+$/.test(value) ? roundHalfUp(exact(value)) : value;
}

function copyOf({ inputs, ...step }: TraceStep) {
  return { ...step, inputs: inputs.map((input) => ({ ...input })) };
}
