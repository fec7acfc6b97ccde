import { factsOf, rankOf, take } from "./clerk.ts";
import type { Ballot, County, UnitVerdict, Verdict } from "./county.ts";
import { decimal, divided, mean, plus, type Ratio, ratio, shown, sum, times } from "./ratio.ts";

/** Haifeng County, from the text: sheets of 90 points, five weighted groups, and ten points of a leading group. */

const weights: Record<string, Ratio> = {
  "county-leaders": ratio(15n, 100n),
  "county-offices": ratio(15n, 100n),
  townships: ratio(15n, 100n),
  delegates: ratio(20n, 100n),
  public: ratio(30n, 100n),
};

/** Most points of each line, in halves. */
const halves: Record<string, number> = {
  "own-duty": 9,
  "same-office": 9,
  "other-office": 9,
  courtesy: 9,
  mandate: 9,
  "duties-by-post": 9,
  "stand-in": 9,
  "duty-and-integrity": 9,
  "made-public": 18,
  kept: 18,
  staff: 8,
  "electronic-supervision": 8,
  structure: 5,
  procedure: 5,
  people: 5,
  decisions: 5,
  "limits-set": 9,
  "within-limits": 9,
  receipt: 9,
  extension: 9,
};
export const lines = Object.entries(halves).map(([id, most]) => ({ id, most: most / 2 }));

/** A sheet's points out of 90, or nothing where it is not a complete sheet about this unit. */
function sheetOf(ballot: Ballot, unit: string): Ratio | undefined {
  const { answers } = ballot;
  if (ballot.voided || ballot.channel !== "paper" || !weights[ballot.group]) return undefined;
  if (answers.kind !== "sheet" || answers.unit !== unit) return undefined;
  const given = Object.entries(answers.points);
  const fits = given.every(([line, points]) => {
    const most = halves[line];
    return most !== undefined && Number.isInteger(points * 2) && points >= 0 && points * 2 <= most;
  });
  if (!fits || given.length !== lines.length) return undefined;
  return sum(given.map(([, points]) => decimal(points)));
}

/** Means by group, weighted; a group without a sheet drops out and the others carry its weight. */
export function weighted(
  means: Readonly<Record<string, Ratio | undefined>>,
  printedWeights: "literal" | "normalised",
): Ratio | undefined {
  const present = Object.entries(weights).flatMap(([group, weight]) => {
    const groupMean = means[group];
    return groupMean ? [{ weight, points: times(weight, groupMean) }] : [];
  });
  if (present.length === 0) return undefined;
  const points = sum(present.map((group) => group.points));
  const held = divided(points, sum(present.map((group) => group.weight)));
  return printedWeights === "literal" ? times(held, sum(Object.values(weights))) : held;
}

/** The points of each group's sheets about a unit. */
function groupSheets(unit: string, county: County): Record<string, Ratio[]> {
  return Object.fromEntries(
    Object.keys(weights).map((group) => [
      group,
      county.ballots
        .filter((ballot) => ballot.group === group)
        .flatMap((ballot) => sheetOf(ballot, unit) ?? []),
    ]),
  );
}

export function haifeng(
  county: County,
  printedWeights: "literal" | "normalised" = "normalised",
): Verdict {
  const totals = new Map<string, Ratio>();
  const units: Record<string, UnitVerdict> = {};
  for (const { id } of county.units) {
    const given = Object.entries(groupSheets(id, county));
    const present = given.filter(([, points]) => points.length > 0);
    const means = Object.fromEntries(present.map(([group, points]) => [group, mean(points)]));
    const missing = present.length < given.length;
    const sheets = weighted(means, printedWeights);
    const marks = factsOf(county.entries, {
      ledger: "leading-group-points",
      unit: id,
      window: county.window,
    }).map((entry) => decimal(entry.points));
    const mark = marks[0];
    if (sheets && mark) totals.set(id, plus(sheets, mark));
    units[id] = {
      standing: "appraised",
      figures: {
        "sheet-score": shown(sheets),
        "leading-group-score": shown(mark),
      },
      counts: { "sheet-score": given.flatMap(([, points]) => points).length },
      total: null,
      rank: null,
      lists: [],
      flags: [
        ...(sheets ? [] : ["sheet-score:no_ballots"]),
        ...(sheets && missing ? ["sheet-score:group_missing"] : []),
        ...(mark ? [] : ["leading-group-score:no_score"]),
      ],
    };
  }
  for (const [id, verdict] of Object.entries(units)) {
    verdict.total = shown(totals.get(id));
    verdict.rank = rankOf(id, totals, "highest");
  }
  const award = (end: "highest" | "lowest", places: number) => {
    const taken = take(totals, end, places);
    const holders = taken.units.map((unit) => `unit ${unit} (${unit})`);
    return { holders, tied: taken.tied, state: "final" as const };
  };
  const awards = {
    "ten-best": award("highest", 10),
    "ten-worst": award("lowest", 10),
    "worst-six": award("lowest", 6),
    "worst-three": award("lowest", 3),
  };
  return { units, lists: {}, tiedLists: [], awards, marks: {} };
}

const respondents = [
  "delegate",
  "advisory-member",
  "government-office",
  "enterprise",
  "farmer",
  "",
];
const opinionQuestions = ["work-style", "lawfulness", "openness", "efficiency", "integrity"];
const opinionAnswers = ["satisfied", "basically", "dissatisfied", "dont-know"];

/** The form that is not scored: answers by type of respondent; "don't know" is outside the denominator. */
export function opinions(county: County, of: readonly string[]): Record<string, string> {
  const forms = county.ballots.flatMap(({ answers, channel, voided }) => {
    if (voided || channel !== "paper" || answers.kind !== "questionnaire") return [];
    return of.includes(answers.unit) && Object.keys(answers.questions).length > 0 ? [answers] : [];
  });
  const figures: Record<string, string> = {};
  for (const question of opinionQuestions) {
    for (const respondent of respondents) {
      const given = forms
        .filter((form) => (form.respondent ?? "") === respondent)
        .map((form) => form.questions[question]);
      const count = (answer: string) => given.filter((it) => it === answer).length;
      const what = `opinion-answers ${question} ${respondent}`;
      for (const answer of opinionAnswers) figures[`${what} ${answer}`] = String(count(answer));
      figures[`${what} n`] = String(
        count("satisfied") + count("basically") + count("dissatisfied"),
      );
    }
  }
  return figures;
}
