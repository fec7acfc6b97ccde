import type { Programme, Text } from "../../../schema/programme.ts";
import { flagTexts } from "../flags.ts";
import type { Flag, TraceStep, UnitResult } from "../result.ts";
import { type Language, tellFrom } from "./inputs.ts";
import { componentLabels, labelsFor } from "./labels.ts";
import { sentences } from "./sentences.ts";

/** How one figure came about, told in sentences. */
export interface Paragraph {
  /** Component, or `total`. */
  id: string;
  title: string;
  sentences: string[];
}

const totalTitle: Text = { zh: "总分", en: "Total" };

/**
 * Tells how a unit's result came about, figure by figure, with figures rounded to four decimals.
 * @example traceProse(programme, unit, "en")[0].sentences // ["10 ballots count: …; their mean value is 79."]
 */
export function traceProse(
  programme: Programme,
  result: UnitResult,
  language: Language,
): Paragraph[] {
  const components = result.components.flatMap(({ id, trace, flags }) => {
    const component = programme.components.find((one) => one.id === id);
    if (!component) return [];
    const told = tellAll(trace, labelsFor(programme, component), language);
    return [
      { id, title: component.label[language], sentences: [...told, ...tellFlags(flags, language)] },
    ];
  });
  const told = tellAll(result.trace, componentLabels(programme), language);
  const total = [...told, ...tellFlags(result.flags, language)];
  if (total.length === 0) return components;
  return [...components, { id: "total", title: totalTitle[language], sentences: total }];
}

function tellAll(
  trace: readonly TraceStep[],
  labels: ReadonlyMap<string, Text>,
  language: Language,
): string[] {
  return trace.flatMap((step) => {
    const sentence = sentences[step.step]?.[language];
    const told = sentence?.(tellFrom(step, labels, language)) ?? "";
    return told === "" ? [] : [told];
  });
}

/** Flags whose steps already say the same are not told twice. */
const toldBySteps: readonly Flag[] = ["mean_used", "small_sample"];

function tellFlags(flags: readonly Flag[], language: Language): string[] {
  const meanUsed = flags.includes("mean_used");
  return flags
    .filter((flag) => !toldBySteps.includes(flag) && !(meanUsed && flag === "no_ballots"))
    .map((flag) => closed(flagTexts[flag][language], language));
}

function closed(text: string, language: Language): string {
  return language === "zh" ? `${text}。` : text;
}
