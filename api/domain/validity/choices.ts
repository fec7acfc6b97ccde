import { type Reason, reason } from "./reasons.ts";

interface Named {
  id: string;
}

type Path = readonly (string | number)[];

/** One choice out of those that the form offers. */
export function checkChoice(chosen: string, offered: readonly Named[], path: Path): Reason[] {
  return offered.some((choice) => choice.id === chosen) ? [] : [reason("off_instrument", ...path)];
}

/** Several choices: each offered, none twice. */
export function checkChoices(
  chosen: readonly string[],
  offered: readonly Named[],
  path: Path,
): Reason[] {
  return chosen.flatMap((choice, index) =>
    chosen.indexOf(choice) < index
      ? [reason("repeated", ...path, index)]
      : checkChoice(choice, offered, [...path, index]),
  );
}

/** Answers to further questions: both the question and the answer must be on the form. */
export function checkQuestions(
  answers: Readonly<Record<string, string>>,
  questions: readonly { id: string; options: readonly Named[] }[],
): Reason[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = questions.find((candidate) => candidate.id === id);
    if (!question) return [reason("off_instrument", "questions", id)];
    return checkChoice(answer, question.options, ["questions", id]);
  });
}
