import type { Component } from "../../../schema/programme.ts";
import type { UnitSnapshot } from "../model.ts";
import { scoreChecklistMean } from "./checklist-mean.ts";
import type { ScoringContext } from "./context.ts";
import { scoreDeductionSheet } from "./deduction-sheet.ts";
import { scoreLedgerPoints } from "./ledger-points.ts";
import { scoreLedgerScore } from "./ledger-score.ts";
import { scoreLevelsMean } from "./levels-mean.ts";
import { scoreNominations } from "./nominations.ts";
import type { Scored } from "./scored.ts";
import { scoreSheetMean } from "./sheet-mean.ts";

/** Scores one component for these units. */
export function scoreComponent(
  component: Component,
  context: ScoringContext,
  units: readonly UnitSnapshot[],
): Map<string, Scored> {
  if (component.kind === "levels-mean") {
    // The only kind in which a unit's figure can depend on the others: a small sample is filled up with their mean.
    return scoreLevelsMean(
      component,
      context,
      units.map(({ id }) => id),
    );
  }
  return new Map(units.map((unit) => [unit.id, scoreAlone(component, context, unit)]));
}

function scoreAlone(
  component: Exclude<Component, { kind: "levels-mean" }>,
  context: ScoringContext,
  unit: UnitSnapshot,
): Scored {
  switch (component.kind) {
    case "sheet-mean":
      return scoreSheetMean(component, context, unit);
    case "checklist-mean":
      return scoreChecklistMean(component, context, unit);
    case "nominations":
      return scoreNominations(component, context, unit);
    case "deduction-sheet":
      return scoreDeductionSheet(component, context, unit);
    case "ledger-points":
      return scoreLedgerPoints(component, context, unit);
    case "ledger-score":
      return scoreLedgerScore(component, context, unit);
  }
}

/** Whether a component waits until the shortlist is known. */
export function needsShortlist(component: Component): boolean {
  return component.kind === "levels-mean" && component.only === "shortlisted";
}
