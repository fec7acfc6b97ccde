import type { ComponentOf, ScoreLedger } from "../../../schema/programme.ts";
import { type Exact, exact, meanOf, one, sumOf } from "../exact.ts";
import type { LedgerEntry, UnitSnapshot } from "../model.ts";
import type { Flag, TraceStep } from "../result.ts";
import { ledgerOf, type ScoringContext } from "./context.ts";
import { computed, operand, type Scored, step, unscored } from "./scored.ts";

type Assessor = ScoreLedger["assessors"][number];

interface Mark {
  assessor: Assessor;
  mark: Exact;
  several: boolean;
}

/** Marks weighted over the assessors that gave one, scaled from the ledger's range to the component's points. */
export function scoreLedgerScore(
  component: ComponentOf<"ledger-score">,
  context: ScoringContext,
  unit: UnitSnapshot,
): Scored {
  const ledger = ledgerOf(context.programme, component.ledger, "score");
  const assessors = ledger.assessors.filter((assessor) => mustScore(assessor, unit));
  const entries = context.entriesOf(component.ledger, unit.id);
  const marks = assessors.flatMap((assessor) => markBy(assessor, entries));
  if (marks.length === 0) return unscored("no_score");
  const weights = marks.map(({ assessor }) => exact(assessor.weight));
  const sum = sumOf(marks.map(({ mark, assessor }) => mark.mul(exact(assessor.weight))));
  const mean = sum.div(sumOf(weights));
  const scale = exact(component.points).div(exact(ledger.range.to));
  const flags: Flag[] = [];
  if (marks.length < assessors.length) flags.push("assessor_missing");
  if (marks.some(({ several }) => several)) flags.push("several_marks");
  return {
    outcome: computed(mean.mul(scale)),
    n: marks.length,
    flags,
    trace: traceOf(marks, mean, component.points, ledger.range.to),
    spread: { kind: "fixed" },
  };
}

/** Whether this assessor scores this unit; a dual-managed unit is managed by both. */
export function mustScore(assessor: Pick<Assessor, "scores">, unit: UnitSnapshot): boolean {
  switch (assessor.scores) {
    case "every-unit":
      return true;
    case "dual-managed":
      return unit.managedBy === "dual";
    case "managed-by-agency":
      return unit.managedBy !== "township";
    case "managed-by-township":
      return unit.managedBy !== "agency";
  }
}

/** One assessor's mark. Two that both stand are averaged and flagged: which is right is not ours to choose. */
function markBy(assessor: Assessor, entries: readonly LedgerEntry[]): Mark[] {
  const points = entries
    .filter((entry) => entry.assessor === assessor.id)
    .map((entry) => exact(entry.points));
  if (points.length === 0) return [];
  return [{ assessor, mark: meanOf(points), several: points.length > 1 }];
}

function traceOf(marks: readonly Mark[], mean: Exact, points: number, top: number): TraceStep[] {
  const weights = sumOf(marks.map(({ assessor }) => exact(assessor.weight)));
  const products = marks.map(({ mark, assessor }) => `${operand(mark)}×${assessor.weight}`);
  const assessed = step(
    "assessors",
    marks.flatMap(({ assessor, mark }): [string, Exact | number][] => [
      [assessor.id, mark],
      [`${assessor.id}-weight`, assessor.weight],
    ]),
    `(${products.join("+")})/${operand(weights)}`,
    mean,
  );
  const scale = exact(points).div(exact(top));
  if (scale.equals(one)) return [assessed];
  const scaled = step(
    "scale",
    [
      ["mean", mean],
      ["full", top],
      ["points", points],
    ],
    `${operand(mean)}/${top}×${points}`,
    mean.mul(scale),
  );
  return [assessed, scaled];
}
