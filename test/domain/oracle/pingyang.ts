import type { PastRound, UnitSnapshot } from "../../../api/domain/model.ts";
import { among, rankOf, type Scored, take } from "./clerk.ts";
import type { Ballot, County, UnitVerdict, Verdict } from "./county.ts";
import {
  type Counts,
  countsOf,
  daily,
  everydayFigures,
  halves,
  isExempt,
  marksOf,
  satisfaction,
} from "./pingyang-daily.ts";
import { outcome } from "./pingyang-outcome.ts";
import { type Ratio, shown, sum } from "./ratio.ts";

/** Pingyang County, from the text: the daily part, a shortlist, a vote, and the ends of two lists. */

/** Sizes as printed; smaller ones let small counties reach every rule. */
export interface Sizes {
  places: { general: number; health: number; financial: number };
  marks: number;
  awarded: number;
  ends: number;
}
export const printedSizes: Sizes = {
  places: { general: 44, health: 2, financial: 4 },
  marks: 10,
  awarded: 10,
  ends: 3,
};

export interface Shortlist {
  top: string[];
  bottom: string[];
  tied: string[];
}

/** Last year's dissatisfied first, then the ends of the daily part; other systems name their own. No unit twice. */
function shortlist(
  county: County,
  dailyScores: Scored,
  history: readonly PastRound[],
  sizes: Sizes,
): Shortlist {
  const appraised = county.units.filter((unit) => !isExempt(unit.id, history));
  const lastYear = history[history.length - 1]?.awards ?? [];
  const carried = appraised.filter((unit) =>
    lastYear.some((award) => award.award === "dissatisfied" && award.unit === unit.id),
  );
  const carriedIds = carried.map((unit) => unit.id);
  const carriedGeneral = carried.filter((unit) => unit.system === "general").length;
  const general = appraised
    .filter((unit) => unit.system === "general" && !carriedIds.includes(unit.id))
    .map((unit) => unit.id);
  const best = take(among(dailyScores, general), "highest", sizes.places.general);
  const others = general.filter((unit) => !best.units.includes(unit));
  const open = Math.max(0, sizes.places.general - carriedGeneral);
  const worst =
    open === 0 ? { units: [], tied: false } : take(among(dailyScores, others), "lowest", open);
  const named = (list: string) =>
    county.decisions
      .filter((decision) => decision.kind === "name-to-list" && decision.about === list)
      .flatMap((decision) => decision.units ?? [])
      .filter((unit) => !carriedIds.includes(unit));
  return {
    top: [...best.units, ...named("top")].sort(),
    bottom: [...carriedIds, ...worst.units, ...named("bottom")].sort(),
    tied: [...(best.tied ? ["top"] : []), ...(worst.tied ? ["bottom"] : [])],
  };
}

/** Exactly so many satisfied and so many dissatisfied, all of them on the shortlist, none twice. */
export function isValidVote(ballot: Ballot, lists: Shortlist, marks: number): boolean {
  const { answers, group } = ballot;
  if (ballot.voided || answers.kind !== "best-and-worst" || ballot.channel !== "web") return false;
  if (group !== "voters-served" && group !== "voters-delegates") return false;
  const marked = [...answers.best, ...answers.worst];
  if (answers.best.length !== marks || answers.worst.length !== marks) return false;
  if (new Set(marked).size !== marked.length) return false;
  return marked.every((unit) => lists.top.includes(unit) || lists.bottom.includes(unit));
}

/** A listed unit that nobody marks on a valid ballot is thereby basically satisfied. */
function votesFor(unit: string, votes: readonly Ballot[]): Counts {
  const marks = votes.map(({ answers }) => {
    if (answers.kind !== "best-and-worst") return "none";
    if (answers.best.includes(unit)) return "satisfied";
    return answers.worst.includes(unit) ? "dissatisfied" : "basically";
  });
  const count = (mark: string) => marks.filter((it) => it === mark).length;
  return [count("satisfied"), count("basically"), count("dissatisfied")];
}

/** The daily part of every appraised unit. */
function dailyScores(everyday: ReturnType<typeof everydayFigures>): Map<string, Ratio> {
  const scores = new Map<string, Ratio>();
  for (const [unit, figures] of everyday) {
    const score = daily(figures);
    if (score) scores.set(unit, score);
  }
  return scores;
}

/** Figures and lists before anybody has voted. */
export function beforeTheVote(county: County, history: readonly PastRound[], sizes: Sizes) {
  const appraised = county.units.filter((unit) => !isExempt(unit.id, history));
  const everyday = everydayFigures(county, appraised);
  return { everyday, lists: shortlist(county, dailyScores(everyday), history, sizes) };
}

export function pingyang(
  county: County,
  history: readonly PastRound[],
  sizes: Sizes = printedSizes,
): Verdict {
  const { everyday, lists } = beforeTheVote(county, history, sizes);
  const votes = county.ballots.filter((ballot) => isValidVote(ballot, lists, sizes.marks));
  const totals = new Map<string, Ratio>();
  const units: Record<string, UnitVerdict> = {};
  for (const unit of county.units) {
    const listed = (["top", "bottom"] as const).filter((list) => lists[list].includes(unit.id));
    const figures = everyday.get(unit.id);
    if (!figures) {
      units[unit.id] = { ...exempt };
      continue;
    }
    const vote = listed.length > 0 ? satisfaction(votesFor(unit.id, votes), 15) : undefined;
    const total = totalOf(figures, vote);
    if (total) totals.set(unit.id, total);
    const counts = countsIn(unit, county, vote ? votes.length : 0);
    const all = { ...figures, "online-vote": vote, daily: daily(figures) };
    units[unit.id] = {
      standing: "appraised",
      figures: Object.fromEntries(Object.entries(all).map(([item, it]) => [item, shown(it)])),
      counts,
      total: shown(total),
      rank: null,
      lists: [...listed],
      flags: flagsOf(unit, county, counts, listed.length > 0),
    };
  }
  for (const [id, verdict] of Object.entries(units)) verdict.rank = rankOf(id, totals, "highest");
  return {
    units,
    lists: { top: lists.top, bottom: lists.bottom },
    tiedLists: lists.tied,
    ...outcome(county, history, { totals, lists, sizes }),
  };
}

const exempt: UnitVerdict = {
  standing: "exempt",
  figures: {},
  counts: {},
  total: null,
  rank: null,
  lists: [],
  flags: [],
};

/** Eighty-five points are no total out of a hundred: who is not voted on has none. */
function totalOf(figures: Record<string, Ratio | undefined>, vote: Ratio | undefined) {
  const everydayPart = daily(figures);
  if (!everydayPart || !vote || !figures.bonus) return undefined;
  return sum([everydayPart, vote, figures.bonus]);
}

/** How many answered in each half, and how many valid votes there were for whoever was voted on. */
function countsIn(unit: UnitSnapshot, county: County, votes: number): Record<string, number> {
  const answered = halves.map(({ id, window }) => {
    const [s, b, d] = countsOf(unit, county, window);
    return [id, s + b + d];
  });
  return { ...Object.fromEntries(answered), "online-vote": votes };
}

function flagsOf(
  unit: UnitSnapshot,
  county: County,
  counts: Readonly<Record<string, number>>,
  isListed: boolean,
): string[] {
  const small = halves.flatMap(({ id }) => {
    const answered = counts[id] ?? 0;
    if (answered === 0) return [`${id}:no_ballots`];
    return answered < 30 ? [`${id}:small_sample`] : [];
  });
  const marked = [...small, ...missingMarks(unit, county)];
  if (!isListed) return [...marked, "online-vote:not_shortlisted"];
  return counts["online-vote"] ? marked : [...marked, "online-vote:no_ballots"];
}

/** No mark at all, or one of the two that a dual-managed unit should have. */
function missingMarks(unit: UnitSnapshot, county: County): string[] {
  const assessors = new Set(marksOf(unit, county).map((entry) => entry.assessor));
  if (assessors.size === 0) return ["supervising-agency:no_score"];
  const both = assessors.size === 2 || unit.managedBy !== "dual";
  return both ? [] : ["supervising-agency:assessor_missing"];
}

/** What later years need to know of these: who held which title, once the committee had confirmed it. */
export function pastYears(rounds: readonly County[], sizes: Sizes): PastRound[] {
  const past: PastRound[] = [];
  for (const [year, county] of rounds.entries()) {
    const { awards } = pingyang(county, past, sizes);
    const held = Object.entries(awards)
      .filter(([, award]) => award.state !== "proposed")
      .flatMap(([award, { holders }]) =>
        holders.map((holder) => ({ award, unit: holder.split(" ")[1] ?? "" })),
      );
    past.push({ round: `y${year}`, awards: held, runs: [], volumes: {} });
  }
  return past;
}
