import type { RoundFigures } from "../../../../api/domain/model.ts";
import { sheetLines } from "../../../../api/domain/validity/sheet.ts";
import type { Answers, Instrument } from "../../../../schema/programme.ts";
import type { Luck } from "../../../domain/oracle/random/luck.ts";

type Units = RoundFigures["units"];
type Choices = readonly { id: string }[];

/** Anything that a form lets somebody say about a unit; of whole ballots, about any of these units. */
export function randomAnswers(form: Instrument, unit: string, all: Units, chance: Luck): Answers {
  const one = (choices: Choices) => chance.some(choices, 1)[0]?.id ?? "";
  const ids = all.map(({ id }) => id);
  switch (form.kind) {
    case "levels":
      return { kind: form.kind, unit, level: one(form.levels), questions: asked(form, chance) };
    case "sheet":
      return {
        kind: form.kind,
        unit,
        points: Object.fromEntries(
          sheetLines(form).map(({ id, points }) => [id, chance.int(0, points * 2) / 2]),
        ),
      };
    case "checklist":
      return {
        kind: form.kind,
        unit,
        items: Object.fromEntries(
          form.items.map(({ id }) => [
            id,
            chance.pick(["met", "met", "not-met", "not-applicable"]),
          ]),
        ),
      };
    case "nominate":
      return {
        kind: form.kind,
        nominations: chance
          .some(ids, chance.int(1, 3))
          .map((id) => ({ unit: id, problems: [one(form.problems)] })),
      };
    case "best-and-worst": {
      const marked = chance.some(ids, 4);
      return { kind: form.kind, best: marked.slice(0, 2), worst: marked.slice(2) };
    }
    case "questionnaire":
      return {
        kind: form.kind,
        unit,
        ...(form.respondents && !chance.oneIn(3) && { respondent: one(form.respondents) }),
        questions: asked(form, chance),
      };
  }
}

function asked(
  { questions = [] }: { questions?: readonly { id: string; options: Choices }[] | undefined },
  chance: Luck,
): Record<string, string> {
  return Object.fromEntries(
    questions
      .filter(() => !chance.oneIn(4))
      .map(({ id, options }) => [id, chance.some(options, 1)[0]?.id ?? ""]),
  );
}
