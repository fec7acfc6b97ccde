import type { Answers, AnswersOf, Instrument, InstrumentOf } from "../../../schema/programme.ts";
import { exact, sumOf } from "../exact.ts";
import type { Cell } from "../model.ts";
import { sheetLines } from "../validity/sheet.ts";
import { names, noShare } from "./names.ts";

/** Where a ballot is counted, besides its unit. */
export type CellKey = Pick<Cell, "group" | "channel" | "stream">;

type Counter = Pick<Cell, "unit" | "question" | "answer"> & { points?: number };

/** The counters that one judged ballot moves. */
export function cellsOf(answers: Answers, instrument: Instrument, key: CellKey): Cell[] {
  return countersOf(answers, instrument).map(({ points, ...counter }) => {
    const hundredths = points === undefined ? 0 : Math.round(points * 100);
    return { ...key, ...counter, count: 1, sum: hundredths, sumOfSquares: hundredths ** 2 };
  });
}

function countersOf(answers: Answers, instrument: Instrument): Counter[] {
  switch (answers.kind) {
    case "levels":
      return levelCounters(answers);
    case "sheet":
      return instrument.kind === "sheet" ? sheetCounters(answers, instrument) : [];
    case "checklist":
      return instrument.kind === "checklist" ? checklistCounters(answers, instrument) : [];
    case "nominate":
      return nominationCounters(answers);
    case "best-and-worst":
      return instrument.kind === "best-and-worst" ? markCounters(answers, instrument) : [];
    case "questionnaire":
      return questionnaireCounters(answers);
  }
}

function levelCounters({ unit, level, reasons, questions }: AnswersOf<"levels">): Counter[] {
  return [
    { unit, question: names.level, answer: level },
    ...(reasons ?? []).map((answer) => ({ unit, question: names.reason, answer })),
    ...Object.entries(questions ?? {}).map(([id, answer]) => ({
      unit,
      question: names.question(id),
      answer,
    })),
  ];
}

function sheetCounters(answers: AnswersOf<"sheet">, form: InstrumentOf<"sheet">): Counter[] {
  const { unit } = answers;
  const byIndicator = new Map<string, number[]>();
  const parts: Counter[] = [];
  for (const line of sheetLines(form)) {
    const points = answers.points[line.id] ?? 0;
    byIndicator.set(line.indicator, [...(byIndicator.get(line.indicator) ?? []), points]);
    if (line.part) parts.push({ unit, question: names.part(line.id), answer: "", points });
  }
  const indicators = [...byIndicator].map(([id, marks]) => ({
    unit,
    question: names.indicator(id),
    answer: "",
    points: addMarks(marks),
  }));
  const total = addMarks([...byIndicator.values()].flat());
  return [{ unit, question: names.total, answer: "", points: total }, ...indicators, ...parts];
}

/** Marks are whole hundredths, so adding them as hundredths is exact. */
function addMarks(marks: readonly number[]): number {
  return marks.reduce((hundredths, mark) => hundredths + Math.round(mark * 100), 0) / 100;
}

function checklistCounters(
  answers: AnswersOf<"checklist">,
  form: InstrumentOf<"checklist">,
): Counter[] {
  const { unit, items } = answers;
  const pointsOf = (...wanted: string[]) =>
    sumOf(
      form.items
        .filter((item) => wanted.includes(items[item.id] ?? ""))
        .map((item) => exact(item.points)),
    );
  const applies = pointsOf("met", "not-met");
  const share = applies.equals(0) ? noShare : pointsOf("met").div(applies).toFraction();
  return [
    { unit, question: names.share, answer: share },
    ...Object.entries(items).map(([id, answer]) => ({ unit, question: names.item(id), answer })),
  ];
}

const wholeBallot: Counter = { unit: "", question: names.ballot, answer: "cast" };

function nominationCounters({ nominations }: AnswersOf<"nominate">): Counter[] {
  return [
    wholeBallot,
    ...nominations.flatMap(({ unit, problems }) => [
      { unit, question: names.nominated, answer: "yes" },
      ...problems.map((answer) => ({ unit, question: names.problem, answer })),
    ]),
  ];
}

function markCounters(
  { best, worst }: AnswersOf<"best-and-worst">,
  { levels }: InstrumentOf<"best-and-worst">,
): Counter[] {
  return [
    wholeBallot,
    ...best.map((unit) => ({ unit, question: names.level, answer: levels.best.id })),
    ...worst.map((unit) => ({ unit, question: names.level, answer: levels.worst.id })),
  ];
}

function questionnaireCounters(answers: AnswersOf<"questionnaire">): Counter[] {
  const { unit, respondent } = answers;
  return [
    { unit, question: names.respondent, answer: respondent ?? "" },
    ...Object.entries(answers.questions).map(([id, answer]) => ({
      unit,
      question: names.question(id, respondent),
      answer,
    })),
  ];
}
