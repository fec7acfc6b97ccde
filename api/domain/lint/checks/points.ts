import type {
  Component,
  Finding,
  Programme,
  SheetInstrument,
} from "../../../../schema/programme.ts";
import { type Exact, exact, exactText, sumOf, zero } from "../../exact.ts";
import { finding } from "../finding.ts";

/** The stated total against its components. */
export function totalOff({ total, components }: Programme): Finding[] {
  if (!total) return [];
  if (components.length === 0) return [finding("total_of_nothing", "/total")];
  const stated = total.points;
  if (stated === undefined) return [];
  const inside = components
    .map((component, index) => ({ component, index }))
    .filter(({ component }) => !component.outside);
  const unbounded = inside.filter(({ component }) => fullMarks(component) === undefined);
  const sum = sumOf(inside.map(({ component }) => fullMarks(component) ?? zero));
  return [
    ...unbounded.map(({ component, index }) =>
      finding("unbounded_in_total", `/components/${index}`, { component: component.id }),
    ),
    ...(unbounded.length > 0 || sum.equals(exact(stated))
      ? []
      : [finding("total_off", "/total/points", { stated, sum: exactText(sum) })]),
  ];
}

/** The most that a component can add; undefined where nothing limits it. */
function fullMarks(component: Component): Exact | undefined {
  if (component.kind === "nominations") return undefined;
  if (component.kind !== "ledger-points") return exact(component.points);
  if (component.sign === "subtract") return zero;
  return component.cap === undefined ? undefined : exact(component.cap);
}

/** Rules against their indicators, indicators against their parts, and all of them against the step. */
export function sheetsOff({ instruments }: Programme): Finding[] {
  return instruments.flatMap((instrument, index) =>
    instrument.kind === "sheet" ? sheetOff(instrument, `/instruments/${index}`) : [],
  );
}

function sheetOff(sheet: SheetInstrument, at: string): Finding[] {
  const fine = exact(sheet.step).mul(100).d === 1n;
  return [
    ...(fine ? [] : [finding("step_too_fine", `${at}/step`, { step: sheet.step })]),
    ...sheet.rules.flatMap((rule, index) => {
      const sum = pointsOf(rule.indicators);
      const here = `${at}/rules/${index}`;
      return [
        ...(sum.equals(exact(rule.points))
          ? []
          : [
              finding("rule_off", `${here}/points`, {
                rule: rule.id,
                stated: rule.points,
                sum: exactText(sum),
              }),
            ]),
        ...rule.indicators.flatMap((indicator, i) =>
          indicatorOff(indicator, sheet.step, `${here}/indicators/${i}`),
        ),
      ];
    }),
  ];
}

function indicatorOff(
  indicator: SheetInstrument["rules"][number]["indicators"][number],
  step: number,
  at: string,
): Finding[] {
  const { parts } = indicator;
  const sum = pointsOf(parts ?? [indicator]);
  const lines = parts?.map((line, index) => ({ line, here: `${at}/parts/${index}` })) ?? [
    { line: indicator, here: at },
  ];
  return [
    ...(sum.equals(exact(indicator.points))
      ? []
      : [
          finding("parts_off", `${at}/points`, {
            indicator: indicator.id,
            stated: indicator.points,
            sum: exactText(sum),
          }),
        ]),
    ...lines
      .filter(({ line }) => exact(line.points).div(exact(step)).d !== 1n)
      .map(({ line, here }) =>
        finding("step_misses_points", `${here}/points`, {
          indicator: line.id,
          points: line.points,
          step,
        }),
      ),
  ];
}

function pointsOf(items: readonly { points: number }[]): Exact {
  return sumOf(items.map(({ points }) => exact(points)));
}
