import type { AnswersOf, InstrumentOf } from "../../../schema/programme.ts";
import { checkChoice, checkQuestions } from "./choices.ts";
import { type Reason, reason } from "./reasons.ts";

/** Questions and the type of respondent must be on the form; something must be answered. */
export function checkQuestionnaire(
  answers: AnswersOf<"questionnaire">,
  form: InstrumentOf<"questionnaire">,
): Reason[] {
  const { respondent, suggestion } = answers;
  const unasked = suggestion !== undefined && form.suggestions !== true;
  const silent = Object.keys(answers.questions).length === 0 && suggestion === undefined;
  return [
    ...(respondent === undefined
      ? []
      : checkChoice(respondent, form.respondents ?? [], ["respondent"])),
    ...checkQuestions(answers.questions, form.questions),
    ...(unasked ? [reason("off_instrument", "suggestion")] : []),
    ...(silent ? [reason("empty", "questions")] : []),
  ];
}
