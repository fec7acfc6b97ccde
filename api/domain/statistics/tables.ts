import type { Instrument, InstrumentOf } from "../../../schema/programme.ts";
import { ratio } from "../exact.ts";
import type { Cell } from "../model.ts";
import type { AnswerTable } from "../result.ts";
import { ballotCount } from "../tally/counts.ts";
import { names } from "../tally/names.ts";

interface Choice {
  id: string;
  outside?: boolean | undefined;
}

/**
 * What was answered to the questions of a form, or to one of them. `whole` are the cells of ballots as a whole and
 * `units` the number of units that could be marked, from which the middle level of a best-and-worst vote follows.
 */
export function tablesOf(
  form: Instrument,
  cells: readonly Cell[],
  whole: readonly Cell[],
  options: { question?: string | undefined; units: number },
): AnswerTable[] {
  switch (form.kind) {
    case "levels":
      return [levelsTable(form, cells, options.question)];
    case "best-and-worst":
      return [marksTable(form, cells, ballotCount(whole, form) * options.units)];
    case "nominate":
      return [table(names.problem, names.problem, form.problems, cells)];
    case "checklist":
      return form.items.map((item) => table(item.id, names.item(item.id), checklistAnswers, cells));
    case "sheet":
      return form.rules.flatMap(({ indicators }) =>
        indicators.map((indicator) => meanTable(indicator.id, cells)),
      );
    case "questionnaire":
      return form.questions
        .filter(({ id }) => options.question === undefined || id === options.question)
        .flatMap((question) => respondentTables(question, form, cells));
  }
}

const checklistAnswers: Choice[] = [
  { id: "met" },
  { id: "not-met" },
  { id: "not-applicable", outside: true },
];

function levelsTable(
  form: InstrumentOf<"levels">,
  cells: readonly Cell[],
  id: string | undefined,
): AnswerTable {
  if (id === undefined) return table(names.level, names.level, form.levels, cells);
  const question = form.questions?.find((candidate) => candidate.id === id);
  return table(id, names.question(id), question?.options ?? [], cells);
}

function marksTable(
  { levels }: InstrumentOf<"best-and-worst">,
  cells: readonly Cell[],
  chances: number,
): AnswerTable {
  const marked = table(names.level, names.level, Object.values(levels), cells);
  const answers = marked.answers.map((answer) =>
    answer.answer === levels.other.id ? { ...answer, count: chances - marked.n } : answer,
  );
  return { ...marked, n: chances, answers };
}

/** One table for each type of respondent, and one for those who did not say, if there are any. */
function respondentTables(
  question: { id: string; options: readonly Choice[] },
  form: InstrumentOf<"questionnaire">,
  cells: readonly Cell[],
): AnswerTable[] {
  const unsaid = table(question.id, names.question(question.id), question.options, cells);
  if (!form.respondents) return [unsaid];
  const byType = form.respondents.map(({ id }) => ({
    ...table(question.id, names.question(question.id, id), question.options, cells),
    respondent: id,
  }));
  const anyUnsaid = unsaid.answers.some(({ count }) => count > 0);
  return anyUnsaid ? [...byType, { ...unsaid, respondent: "" }] : byType;
}

function table(
  question: string,
  cellName: string,
  choices: readonly Choice[],
  cells: readonly Cell[],
): AnswerTable {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (cell.question !== cellName) continue;
    counts.set(cell.answer, (counts.get(cell.answer) ?? 0) + cell.count);
  }
  const answers = choices.map(({ id, outside }) => ({
    answer: id,
    count: counts.get(id) ?? 0,
    outside: outside === true,
  }));
  const inside = answers.filter((answer) => !answer.outside);
  return { question, n: inside.reduce((total, { count }) => total + count, 0), answers };
}

function meanTable(indicator: string, cells: readonly Cell[]): AnswerTable {
  const own = cells.filter((cell) => cell.question === names.indicator(indicator));
  const n = own.reduce((total, cell) => total + cell.count, 0);
  const sum = own.reduce((total, cell) => total + cell.sum, 0);
  const mean = n === 0 ? undefined : ratio(sum, 100).div(n);
  return { question: indicator, n, answers: [], mean };
}
