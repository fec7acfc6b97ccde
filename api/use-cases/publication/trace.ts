import type { z } from "zod";
import type { UnitTrace } from "../../../schema/contract/explanations.ts";
import type { ShownUnit } from "../../domain/disclosure.ts";
import type { TraceStep } from "../../domain/result.ts";
import { traceProse } from "../../domain/trace.ts";
import { labelOf } from "./labels.ts";
import type { Computed } from "./shape.ts";

/** How each figure of a unit came about, as far as the figure is shown. */
export function traceOf(unit: ShownUnit, { frozen, scored }: Computed): z.infer<typeof UnitTrace> {
  const { programme } = frozen;
  const result = scored.units.find((one) => one.unit === unit.unit);
  const prose = {
    zh: result ? traceProse(programme, result, "zh") : [],
    en: result ? traceProse(programme, result, "en") : [],
  };
  const told = (id: string, language: "zh" | "en") =>
    prose[language].find((paragraph) => paragraph.id === id)?.sentences ?? [];
  const part = (id: string, figure: ShownUnit["total"], steps: readonly TraceStep[]) => {
    const seen = figure.status === "shown";
    return {
      id,
      label: id === "total" ? total : labelOf(programme.components, id),
      figure,
      steps: seen ? steps.map(copyOf) : [],
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

function copyOf({ inputs, ...step }: TraceStep) {
  return { ...step, inputs: inputs.map((input) => ({ ...input })) };
}
