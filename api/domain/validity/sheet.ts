import type { AnswersOf, InstrumentOf } from "../../../schema/programme.ts";
import { exact } from "../exact.ts";
import { type Reason, reason } from "./reasons.ts";

/** One line that is marked: an indicator, or each of its parts. */
export interface SheetLine {
  id: string;
  indicator: string;
  part: boolean;
  points: number;
}

/** The lines of a sheet in the order of the form. */
export function sheetLines(instrument: InstrumentOf<"sheet">): SheetLine[] {
  return instrument.rules.flatMap((rule) =>
    rule.indicators.flatMap((indicator) =>
      (indicator.parts ?? [indicator]).map(({ id, points }) => ({
        id,
        indicator: indicator.id,
        part: indicator.parts !== undefined,
        points,
      })),
    ),
  );
}

/** A sheet is complete, in steps, and within the full marks of each line. */
export function checkSheet(
  answers: AnswersOf<"sheet">,
  instrument: InstrumentOf<"sheet">,
): Reason[] {
  const lines = sheetLines(instrument);
  const known = new Set(lines.map((line) => line.id));
  const unknown = Object.keys(answers.points).filter((id) => !known.has(id));
  return [
    ...lines.flatMap((line) => checkLine(line, answers, instrument.step)),
    ...unknown.map((id) => reason("off_instrument", "points", id)),
  ];
}

function checkLine(line: SheetLine, answers: AnswersOf<"sheet">, step: number): Reason[] {
  const points = Object.hasOwn(answers.points, line.id) ? answers.points[line.id] : undefined;
  if (points === undefined) return [reason("missing", "points", line.id)];
  if (points > line.points) return [reason("points_too_high", "points", line.id)];
  // Hundredths, because tallies of points are kept in whole hundredths.
  const inStep = [step, 0.01].every((size) => exact(points).div(exact(size)).d === 1n);
  return inStep ? [] : [reason("points_not_in_step", "points", line.id)];
}
