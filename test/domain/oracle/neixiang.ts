import type { Ballot, County, UnitVerdict, Verdict } from "./county.ts";
import { divided, mean, type Ratio, ratio, shown, times } from "./ratio.ts";

/** Neixiang County, from the text: every visit a rating; statistics of them, and assessments by third parties. */

const streams = {
  window: { groups: { visitors: ["kiosk", "qr", "paper"] } },
  online: { groups: { "online-users": ["web", "platform"] } },
} as const;
export const levels = [
  "very-satisfied",
  "satisfied",
  "basically-satisfied",
  "dissatisfied",
  "very-dissatisfied",
];
export const furtherQuestions: Record<string, string[]> = {
  guide: ["clear", "partly", "unclear"],
  procedure: ["easy", "partly", "hard"],
  paperwork: ["lean", "partly", "heavy"],
  interface: ["friendly", "partly", "unfriendly"],
};
export const improvements = [
  "improve-guide",
  "improve-procedure",
  "improve-paperwork",
  "improve-interface",
];
export const surveyQuestions: Record<string, string[]> = {
  known: ["yes", "no"],
  easy: ["yes", "no", "not-used"],
  satisfied: ["yes", "no", "not-used"],
};
export const checklist = [
  "ratable",
  "service-open",
  "ratings-open",
  "rectification-open",
  "no-pressure",
];

interface Rating {
  unit: string;
  channel: string;
  level: string;
  questions: Readonly<Record<string, string>>;
}

/** Ratings that people gave, or those that a platform filled in for people who said nothing. */
function ratings(county: County, stream: "window" | "online", by: "people" | "default"): Rating[] {
  const groups: Record<string, readonly string[]> = streams[stream].groups;
  return county.ballots.flatMap((ballot) => {
    const { answers, group, channel } = ballot;
    const open = groups[group];
    if (ballot.voided || open === undefined || answers.kind !== "levels") return [];
    const isDefault = channel === "system_default";
    if (isDefault ? by === "people" || stream === "window" : by === "default") return [];
    if (!isDefault && !open.includes(channel)) return [];
    if (!fits(answers, stream, county)) return [];
    const { unit, level, questions = {} } = answers;
    return [{ unit, channel, level, questions }];
  });
}

/** Whether a rating keeps to its form: the five levels, and online the further questions and ticks. */
function fits(
  answers: Extract<Ballot["answers"], { kind: "levels" }>,
  stream: "window" | "online",
  county: County,
): boolean {
  if (!county.units.some((unit) => unit.id === answers.unit)) return false;
  if (!levels.includes(answers.level)) return false;
  const ticks = answers.reasons ?? [];
  const questions = Object.entries(answers.questions ?? {});
  if (stream === "window") return ticks.length === 0 && questions.length === 0;
  if (ticks.some((tick) => !improvements.includes(tick))) return false;
  return questions.every(([question, answer]) => furtherQuestions[question]?.includes(answer));
}

const whole = (count: number) => ratio(BigInt(count));
function rate(part: number, of: number): Ratio | undefined {
  return of === 0 ? undefined : divided(whole(part), whole(of));
}

/** The figures of one stream of ratings, for some units. */
function ratingFigures(
  county: County,
  stream: "window" | "online",
  of: readonly string[],
): Record<string, string | null> {
  const given = ratings(county, stream, "people").filter((rating) => of.includes(rating.unit));
  const filledIn = ratings(county, stream, "default").filter((it) => of.includes(it.unit));
  const figures: Record<string, string | null> = {
    [`${stream}-defaults`]: String(filledIn.length),
  };
  const at = (wanted: readonly string[]) =>
    given.filter((rating) => wanted.includes(rating.level)).length;
  for (const level of levels) figures[`${stream}-levels ${level}`] = String(at([level]));
  figures[`${stream}-satisfaction`] = shown(rate(at(levels.slice(0, 3)), given.length));
  figures[`${stream}-bad`] = shown(rate(at(levels.slice(3)), given.length));
  if (stream === "window") return figures;
  for (const [question, options] of Object.entries(furtherQuestions)) {
    for (const option of options) {
      const count = given.filter((rating) => rating.questions[question] === option).length;
      figures[`online-${question} ${option}`] = String(count);
    }
  }
  return figures;
}

/** Ratings over visits, of the units whose visits are known. */
export function ratingRate(county: County, stream: "window" | "online", of: readonly string[]) {
  const known = of.filter((unit) => county.volumes[unit] !== undefined);
  const all = known.reduce((total, unit) => total + (county.volumes[unit] ?? 0), 0);
  const given = ratings(county, stream, "people").filter((rating) => known.includes(rating.unit));
  return shown(rate(given.length, all));
}

interface Form {
  unit: string;
  channel: string;
  answers: Readonly<Record<string, string>>;
}

/** Surveys that answer at least one question, and nothing that is not on the form. */
function surveyForms(county: County, survey: (typeof surveys)[number]): Form[] {
  return county.ballots.flatMap(({ answers, group, channel, voided }) => {
    if (voided || group !== survey.group || !survey.channels.includes(channel)) return [];
    if (answers.kind !== "questionnaire" || answers.respondent !== undefined) return [];
    const { unit, questions } = answers;
    const given = Object.entries(questions);
    const fitting = given.every(([question, answer]) =>
      surveyQuestions[question]?.includes(answer),
    );
    return fitting && given.length > 0 ? [{ unit, channel, answers: questions }] : [];
  });
}

/** Who has not used a thing is outside the denominator of its question. */
function surveyFigures(
  county: County,
  survey: (typeof surveys)[number],
  of: readonly string[],
): Record<string, string> {
  const forms = surveyForms(county, survey).filter((form) => of.includes(form.unit));
  const figures: Record<string, string> = {};
  for (const [question, options] of Object.entries(surveyQuestions)) {
    const count = (option: string) =>
      forms.filter((form) => form.answers[question] === option).length;
    for (const option of options) {
      figures[`${survey.id} ${question} ${option}`] = String(count(option));
    }
    figures[`${survey.id} ${question} n`] = String(count("yes") + count("no"));
  }
  return figures;
}

const surveys = [
  { id: "call-back-answers", group: "called-back", channels: ["phone"] },
  { id: "survey-answers", group: "surveyed", channels: ["web", "interview"] },
];

/** Everything about answers that is published beside the scores, for some units together. */
export function statistics(county: County, of: readonly string[]): Record<string, string | null> {
  return {
    ...ratingFigures(county, "window", of),
    ...ratingFigures(county, "online", of),
    ...Object.assign({}, ...surveys.map((survey) => surveyFigures(county, survey, of))),
  };
}

/** Units and channels with at least one ballot that somebody gave. */
export function covered(county: County): { units: number; channels: number } {
  const all = [
    ...ratings(county, "window", "people"),
    ...ratings(county, "online", "people"),
    ...surveys.flatMap((survey) => surveyForms(county, survey)),
    ...assessments(county),
  ];
  return {
    units: new Set(all.map((ballot) => ballot.unit)).size,
    channels: new Set(all.map((ballot) => ballot.channel)).size,
  };
}

interface Assessment {
  unit: string;
  channel: string;
  marks: string[];
}

/** Assessments that mark every item and no other. */
function assessments(county: County): Assessment[] {
  return county.ballots.flatMap(({ answers, group, channel, voided }) => {
    if (voided || group !== "assessors" || channel !== "third_party") return [];
    if (answers.kind !== "checklist") return [];
    const items = Object.keys(answers.items);
    if (items.length !== checklist.length) return [];
    if (!items.every((item) => checklist.includes(item))) return [];
    return [{ unit: answers.unit, channel, marks: Object.values(answers.items) }];
  });
}

/** Shares of what applies that is met; where nothing applies there is no share. Every item weighs the same. */
function shares(unit: string, county: County): Ratio[] {
  const own = assessments(county).filter((assessment) => assessment.unit === unit);
  return own.flatMap(({ marks }) => {
    const applying = marks.filter((mark) => mark !== "not-applicable");
    return rate(applying.filter((mark) => mark === "met").length, applying.length) ?? [];
  });
}

/** The score of the assessments is the only score, and nothing is ranked by it. */
export function neixiang(county: County): Verdict {
  const units: Record<string, UnitVerdict> = {};
  for (const { id } of county.units) {
    const own = shares(id, county);
    const score = own.length === 0 ? undefined : times(mean(own), whole(100));
    units[id] = {
      standing: "appraised",
      figures: { "assessment-score": shown(score) },
      counts: { "assessment-score": own.length },
      total: null,
      rank: null,
      lists: [],
      flags: score ? [] : ["assessment-score:no_ballots"],
    };
  }
  return { units, lists: {}, tiedLists: [], awards: {}, marks: {} };
}
