import type { AnswersOf, InstrumentOf } from "../../../schema/programme.ts";
import { checkChoices } from "./choices.ts";
import type { BallotContext, Finding } from "./context.ts";
import { type Reason, reason } from "./reasons.ts";
import { checkUnit } from "./units.ts";

type Nomination = AnswersOf<"nominate">["nominations"][number];
type Form = InstrumentOf<"nominate">;

/** Too many units void the ballot; a nomination that does not count is void alone. */
export function checkNominations(
  answers: AnswersOf<"nominate">,
  form: Form,
  context: BallotContext,
): Finding {
  const { nominations } = answers;
  if (new Set(nominations.map(({ unit }) => unit)).size > form.most) {
    const reasons = [reason("too_many_nominations", "nominations")];
    return { reasons, voided: [], standing: answers };
  }
  const own = nominations.map((nomination, index) =>
    checkNomination(nomination, index, form, context),
  );
  const faults = own.map((reasons, index) => [
    ...reasons,
    ...checkRepeated(nominations, index, own),
  ]);
  const kept = nominations.filter((_, index) => faults[index]?.length === 0);
  return {
    reasons: kept.length === 0 ? [reason("empty", "nominations")] : [],
    voided: faults.flat(),
    standing: { ...answers, nominations: kept },
  };
}

function checkNomination(
  nomination: Nomination,
  index: number,
  form: Form,
  context: BallotContext,
): Reason[] {
  const path = ["nominations", index];
  const unit = checkUnit(nomination.unit, context, [...path, "unit"]);
  const noProblem = nomination.problems.length === 0;
  return [
    ...(unit ? [unit] : []),
    ...(noProblem ? [reason("problem_missing", ...path, "problems")] : []),
    ...checkChoices(nomination.problems, form.problems, [...path, "problems"]),
    ...checkCase(nomination, path, form, context),
  ];
}

function checkCase(
  nomination: Nomination,
  path: readonly (string | number)[],
  form: Form,
  context: BallotContext,
): Reason[] {
  const date = nomination.case?.date;
  if (date === undefined) {
    return form.case.required ? [reason("case_missing", ...path, "case", "date")] : [];
  }
  const { notBefore } = form.case;
  if (notBefore !== undefined && date < notBefore) {
    return [reason("case_too_early", ...path, "case", "date")];
  }
  return date > context.date ? [reason("case_in_future", ...path, "case", "date")] : [];
}

/** A unit named twice is named once: what follows a nomination that stands is void. `own` are the faults of each. */
function checkRepeated(
  nominations: readonly Nomination[],
  index: number,
  own: readonly Reason[][],
): Reason[] {
  const unit = nominations[index]?.unit;
  const stands = nominations
    .slice(0, index)
    .some((earlier, at) => earlier.unit === unit && own[at]?.length === 0);
  return stands ? [reason("repeated", "nominations", index, "unit")] : [];
}
