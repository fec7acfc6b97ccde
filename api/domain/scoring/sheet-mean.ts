import type { ComponentOf, Group } from "../../../schema/programme.ts";
import { type Exact, exact, one, ratio, sumOf, zero } from "../exact.ts";
import type { Cell, UnitSnapshot } from "../model.ts";
import type { TraceStep } from "../result.ts";
import { names } from "../tally/names.ts";
import { combineSpreads } from "../uncertainty/combine.ts";
import { varianceOfMean } from "../uncertainty/variance.ts";
import { sheetLines } from "../validity/sheet.ts";
import { inScope } from "../validity/units.ts";
import {
  instrumentOf,
  named,
  ProgrammeFault,
  type ScoringContext,
  streamNamed,
} from "./context.ts";
import { computed, operand, type Scored, step, unscored } from "./scored.ts";

type SheetMean = ComponentOf<"sheet-mean">;

/** Sheets of one group for one unit; sums in points. */
interface GroupSheets {
  group: Group;
  n: number;
  sum: Exact;
  sumOfSquares: Exact;
}

/** Mean of sheets, weighted over groups, scaled from the sheet's full marks to the component's points. */
export function scoreSheetMean(
  component: SheetMean,
  context: ScoringContext,
  unit: UnitSnapshot,
): Scored {
  const asked = askedGroups(component, context, unit);
  const sheets = asked.map((group) => sheetsOf(group, component, context, unit));
  const present = sheets.filter(({ n }) => n > 0);
  if (present.length === 0) return unscored("no_ballots");
  const missing = present.length < asked.length ? (["group_missing"] as const) : [];
  const scale = exact(component.points).div(fullMarks(component, context));
  const mean =
    component.weights === "equal-ballots"
      ? plainMean(present)
      : weightedMean(component, asked, present);
  const points = mean.value.mul(scale);
  const scaled = step(
    "scale",
    [
      ["mean", mean.value],
      ["full", fullMarks(component, context)],
      ["points", exact(component.points)],
    ],
    `${operand(mean.value)}/${fullMarks(component, context).toFraction()}×${component.points}`,
    points,
  );
  return {
    outcome: computed(points),
    n: present.reduce((total, { n }) => total + n, 0),
    flags: missing,
    trace: [...mean.trace, ...(scale.equals(one) ? [] : [scaled])],
    spread: combineSpreads(mean.parts.map((part) => ({ ...part, weight: part.weight.mul(scale) }))),
  };
}

/** Groups that can appraise the unit and whose sheets weigh something. */
function askedGroups(
  component: SheetMean,
  { programme }: ScoringContext,
  unit: UnitSnapshot,
): Group[] {
  return streamNamed(programme, component.stream)
    .groups.map((id) => named(programme.groups, id))
    .filter((group) => inScope(unit, group.scope))
    .filter((group) => component.weights === "equal-ballots" || !weightOf(group).equals(zero));
}

function fullMarks(component: SheetMean, { programme }: ScoringContext): Exact {
  const form = instrumentOf(programme, component.stream);
  if (form.kind !== "sheet") throw new ProgrammeFault(`${component.stream} has no sheets`);
  return sumOf(sheetLines(form).map((line) => exact(line.points)));
}

function sheetsOf(
  group: Group,
  component: SheetMean,
  context: ScoringContext,
  unit: UnitSnapshot,
): GroupSheets {
  const cells = context
    .cellsOf(component.stream, unit.id)
    .filter((cell) => cell.group === group.id && cell.question === names.total);
  const add = (field: "count" | "sum" | "sumOfSquares") =>
    cells.reduce((total: number, cell: Cell) => total + cell[field], 0);
  return {
    group,
    n: add("count"),
    sum: ratio(add("sum"), 100),
    sumOfSquares: ratio(add("sumOfSquares"), 10_000),
  };
}

interface Mean {
  value: Exact;
  trace: TraceStep[];
  parts: { weight: Exact; spread: Scored["spread"] }[];
}

function plainMean(present: readonly GroupSheets[]): Mean {
  const n = present.reduce((total, sheets) => total + sheets.n, 0);
  const sum = sumOf(present.map((sheets) => sheets.sum));
  const squares = sumOf(present.map((sheets) => sheets.sumOfSquares));
  const value = sum.div(n);
  return {
    value,
    trace: [
      step(
        "sheet-mean",
        [
          ["sum", sum],
          ["n", n],
        ],
        `${operand(sum)}/${n}`,
        value,
      ),
    ],
    parts: [{ weight: one, spread: varianceOfMean(n, sum, squares, one) }],
  };
}

/**
 * A group without a sheet drops out, and the weights of the others grow in proportion until they carry what all
 * weights together carry: their literal sum under `literal`, one under `normalised`.
 */
function weightedMean(
  component: SheetMean,
  asked: readonly Group[],
  present: readonly GroupSheets[],
): Mean {
  const carried = component.weights === "literal" ? sumOf(asked.map(weightOf)) : one;
  const held = sumOf(present.map(({ group }) => weightOf(group)));
  const factor = carried.div(held);
  const means = present.map((sheets) => ({ ...sheets, mean: sheets.sum.div(sheets.n) }));
  const value = sumOf(means.map(({ group, mean }) => mean.mul(weightOf(group)))).mul(factor);
  const products = means
    .map(({ group, mean }) => `${operand(weightOf(group))}×${operand(mean)}`)
    .join("+");
  const growth = factor.equals(one) ? "" : `×${operand(carried)}/${operand(held)}`;
  return {
    value,
    trace: [
      ...means.map(({ group, n, sum, mean }) =>
        step(
          "group-mean",
          [
            ["group", group.id],
            ["sum", sum],
            ["n", n],
            ["weight", weightOf(group)],
          ],
          `${operand(sum)}/${n}`,
          mean,
        ),
      ),
      step(
        "weighted-mean",
        [
          ...means.map(({ group, mean }): [string, Exact] => [group.id, mean]),
          ["carried", carried],
          ["held", held],
        ],
        `(${products})${growth}`,
        value,
      ),
    ],
    parts: means.map(({ group, n, sum, sumOfSquares }) => ({
      weight: weightOf(group).mul(factor),
      spread: varianceOfMean(n, sum, sumOfSquares, one),
    })),
  };
}

function weightOf(group: Group): Exact {
  if (group.weight === undefined) throw new ProgrammeFault(`group ${group.id} has no weight`);
  return exact(group.weight);
}
