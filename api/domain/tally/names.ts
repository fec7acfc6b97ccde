/**
 * What the counters of a tally are called. `answer` is empty where a question has points instead of answers.
 *
 * | form | question | answer |
 * |---|---|---|
 * | levels | `level`; `reason`; `question/<question>` | level; reason; answer |
 * | sheet | `total`; `indicator/<indicator>`; `part/<part>` | empty; `sum` and `sumOfSquares` are kept |
 * | checklist | `share`; `item/<item>` | points met ÷ points that apply in lowest terms, as `17/18`, or `none`; `met`… |
 * | nominate | `nominated`; `problem`; for the ballot as a whole `ballot` | `yes`; problem; `cast` |
 * | best-and-worst | `level`; for the ballot as a whole `ballot` | best or worst level; `cast` |
 * | questionnaire | `respondent`; `question/<question>` or `question/<question>/<type of respondent>` | type of respondent or empty; answer |
 *
 * Fixed names never meet names of the programme, because those stand behind a slash.
 */
export const names = {
  level: "level",
  reason: "reason",
  total: "total",
  share: "share",
  nominated: "nominated",
  problem: "problem",
  ballot: "ballot",
  respondent: "respondent",
  question: (id: string, respondent?: string) =>
    respondent === undefined ? `question/${id}` : `question/${id}/${respondent}`,
  indicator: (id: string) => `indicator/${id}`,
  part: (id: string) => `part/${id}`,
  item: (id: string) => `item/${id}`,
} as const;

/** A checklist on which nothing applies has no share. */
export const noShare = "none";

const population = {
  levels: names.level,
  sheet: names.total,
  checklist: names.share,
  nominate: names.ballot,
  "best-and-worst": names.ballot,
  questionnaire: names.respondent,
} as const;

/** Every question whose counts add up to a number of ballots. */
export const populationQuestions: readonly string[] = [...new Set(Object.values(population))];

/** The question whose counts add up to the number of ballots, for each form. */
export function populationQuestion(kind: keyof typeof population): string {
  return population[kind];
}
