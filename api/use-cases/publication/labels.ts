import type { Instrument, Programme } from "../../../schema/programme.ts";

interface Text {
  zh: string;
  en: string;
}

interface Named {
  id: string;
  label: Text;
}

const fixed: Readonly<Record<string, Text>> = {
  "filled-in": { zh: "平台代填", en: "filled in by the platform" },
  units: { zh: "单位", en: "units" },
  items: { zh: "事项", en: "items" },
  channels: { zh: "渠道", en: "channels" },
  covered: { zh: "已覆盖", en: "covered" },
  cases: { zh: "案件", en: "cases" },
  opened: { zh: "立案", en: "opened" },
  verified: { zh: "核实", en: "verified" },
  excluded: { zh: "剔除", en: "excluded" },
  rectified: { zh: "整改", en: "rectified" },
  overdue: { zh: "超期", en: "overdue" },
  met: { zh: "符合", en: "met" },
  "not-met": { zh: "不符合", en: "not met" },
  "not-applicable": { zh: "不适用", en: "not applicable" },
};

/** The label of a part of the programme; its id where it has none. */
export function labelOf(items: readonly Named[], id: string): Text {
  return items.find((item) => item.id === id)?.label ?? fixed[id] ?? { zh: id, en: id };
}

/** Words for a statistic or a part of it: an indicator, a question, a type of respondent. */
export function statisticLabel(
  programme: Programme,
  id: string,
  part?: string,
  respondent?: string,
): Text {
  const own = labelOf(programme.statistics, id);
  const form = formOf(programme, id);
  const details = [
    ...(part === undefined || part === "level" || part === "problem"
      ? []
      : [labelOf(partsOf(form), part)]),
    ...(respondent === undefined ? [] : [respondentLabel(form, respondent)]),
  ];
  return details.reduce(
    (text, detail) => ({ zh: `${text.zh}·${detail.zh}`, en: `${text.en}: ${detail.en}` }),
    own,
  );
}

/** Words for an answer to a question of a statistic. */
export function answerLabel(
  programme: Programme,
  id: string,
  question: string,
  answer: string,
): Text {
  const form = formOf(programme, id);
  return labelOf(form ? answersOf(form, question) : [], answer);
}

function formOf(programme: Programme, id: string): Instrument | undefined {
  const statistic = programme.statistics.find((one) => one.id === id);
  const stream = statistic && "stream" in statistic ? statistic.stream : undefined;
  const form = programme.streams.find((one) => one.id === stream)?.instrument;
  return programme.instruments.find((one) => one.id === form);
}

function partsOf(form: Instrument | undefined): readonly Named[] {
  switch (form?.kind) {
    case "sheet":
      return form.rules.flatMap(({ indicators }) => indicators);
    case "checklist":
      return form.items;
    case "levels":
      return form.questions ?? [];
    case "questionnaire":
      return form.questions;
    default:
      return [];
  }
}

function answersOf(form: Instrument, question: string): readonly Named[] {
  const asked = "questions" in form ? form.questions?.find(({ id }) => id === question) : undefined;
  if (asked) return asked.options;
  if (form.kind === "levels") return form.levels;
  if (form.kind === "best-and-worst") return Object.values(form.levels);
  return form.kind === "nominate" ? form.problems : [];
}

function respondentLabel(form: Instrument | undefined, id: string): Text {
  if (id === "") return { zh: "未注明身份", en: "type not given" };
  return labelOf(form?.kind === "questionnaire" ? (form.respondents ?? []) : [], id);
}
