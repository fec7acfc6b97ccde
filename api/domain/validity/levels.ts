import type { AnswersOf, InstrumentOf } from "../../../schema/programme.ts";
import { checkChoice, checkChoices, checkQuestions } from "./choices.ts";
import type { Reason } from "./reasons.ts";

/** One unit, one level, with optional ticks and further questions. */
export function checkLevels(
  answers: AnswersOf<"levels">,
  instrument: InstrumentOf<"levels">,
): Reason[] {
  return [
    ...checkChoice(answers.level, instrument.levels, ["level"]),
    ...checkChoices(answers.reasons ?? [], instrument.reasons ?? [], ["reasons"]),
    ...checkQuestions(answers.questions ?? {}, instrument.questions ?? []),
  ];
}
