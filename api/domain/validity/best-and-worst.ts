import type { AnswersOf, InstrumentOf } from "../../../schema/programme.ts";
import type { BallotContext, Finding } from "./context.ts";
import { type Reason, reason } from "./reasons.ts";
import { checkUnit } from "./units.ts";

type Side = "best" | "worst";

/** Exactly so many best and so many worst, all on the shortlist, no unit twice. */
export function checkBestAndWorst(
  answers: AnswersOf<"best-and-worst">,
  form: InstrumentOf<"best-and-worst">,
  context: BallotContext,
): Finding {
  const listed = listedUnits(form.among, context);
  const reasons = (["best", "worst"] as const).flatMap((side) => [
    ...(answers[side].length === form[side] ? [] : [reason("wrong_number", side)]),
    ...answers[side].flatMap((unit, index) => checkMark(unit, side, index, listed, context)),
    ...repeatedMarks(answers[side], side),
  ]);
  return { reasons: [...reasons, ...bothMarks(answers)], voided: [], standing: answers };
}

/** `among` names one list; any other name stands for the shortlist as a whole. */
function listedUnits(among: string, { lists }: BallotContext): ReadonlySet<string> {
  const named = lists?.get(among);
  if (named) return named;
  return new Set([...(lists?.values() ?? [])].flatMap((units) => [...units]));
}

function checkMark(
  unit: string,
  side: Side,
  index: number,
  listed: ReadonlySet<string>,
  context: BallotContext,
): Reason[] {
  const fault = checkUnit(unit, context, [side, index]);
  if (fault) return [fault];
  return listed.has(unit) ? [] : [reason("not_shortlisted", side, index)];
}

function repeatedMarks(units: readonly string[], side: Side): Reason[] {
  return units.flatMap((unit, index) =>
    units.indexOf(unit) < index ? [reason("repeated", side, index)] : [],
  );
}

function bothMarks(answers: AnswersOf<"best-and-worst">): Reason[] {
  const best = new Set(answers.best);
  return answers.worst.flatMap((unit, index) =>
    best.has(unit) ? [reason("best_and_worst", "worst", index)] : [],
  );
}
