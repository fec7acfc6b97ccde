import { among, factsOf, rankOf, type Scored, take } from "./clerk.ts";
import type { Ballot, County, UnitVerdict, Verdict } from "./county.ts";
import { atLeast, decimal, mean, minus, type Ratio, ratio, shown, sum, zero } from "./ratio.ts";

/** Dianjiang County, from the text: five levels, a mean, deductions, yellow cards, talks and a gold title. */

const worth = new Map([
  ["very-good", 100n],
  ["good", 80n],
  ["fair", 60n],
  ["poor", 30n],
  ["very-poor", 0n],
]);
const bad = ["poor", "very-poor"];
const problems = ["misuse", "shirking", "delay", "disorder", "coldness", "incompetence"];
const channels: Record<string, string[]> = {
  "new-business": ["sms", "phone"],
  "people-served": ["sms", "phone"],
  "enforcement-subjects": ["phone"],
  "township-leaders": ["letter"],
  delegates: ["letter"],
  "enterprise-heads": ["letter"],
};

/** Links go out from the second quarter; the first is by phone only. */
function wasOpen(ballot: Ballot): boolean {
  if (!channels[ballot.group]?.includes(ballot.channel)) return false;
  return ballot.channel !== "sms" || ballot.on >= "2022-04-01";
}

/** The levels that valid ballots give a section. */
function levelsOf(unit: string, quarter: County): string[] {
  if (!quarter.units.some((section) => section.id === unit)) return [];
  return quarter.ballots.flatMap((ballot) => {
    const { answers } = ballot;
    if (ballot.voided || !wasOpen(ballot)) return [];
    if (answers.kind !== "levels" || answers.unit !== unit || !worth.has(answers.level)) return [];
    if (answers.reasons?.some((reason) => !problems.includes(reason))) return [];
    return [answers.level];
  });
}

function evidence(unit: string, quarter: County) {
  return factsOf(quarter.entries, { ledger: "other-evidence", unit, window: quarter.window });
}

/** Three quarters running with a ballot, no bad one, and no verified bad rating from the national system. */
function isClean(unit: string, quarter: County): boolean {
  const levels = levelsOf(unit, quarter);
  if (levels.length === 0 || levels.some((level) => bad.includes(level))) return false;
  return !evidence(unit, quarter).some((entry) => entry.entry === "national-bad-rating");
}

/** Matters over the last four quarters: too few, enough, or not known. */
export function workload(
  unit: string,
  quarters: readonly County[],
): "too-little" | "enough" | "unknown" {
  const year = [3, 2, 1, 0].map((back) => quarters[quarters.length - 1 - back]?.volumes[unit]);
  const known = year.reduce<number>((all, volume) => all + (volume ?? 0), 0);
  if (known >= 4) return "enough";
  return year.includes(undefined) ? "unknown" : "too-little";
}

const signed = (deduction: Ratio | undefined) => deduction && minus(zero, deduction);

export function dianjiang(
  quarters: readonly County[],
  tooLittleBars: "award" | "round" = "award",
): Verdict {
  const quarter = quarters[quarters.length - 1];
  if (quarter === undefined) throw new Error("No quarter.");
  const takesPart = (unit: string) =>
    tooLittleBars === "award" || workload(unit, quarters) !== "too-little";

  const opinions = new Map<string, Ratio>();
  const totals = new Map<string, Ratio>();
  const deductions = new Map<string, Ratio>();
  for (const { id } of quarter.units) {
    if (!takesPart(id)) continue;
    const levels = levelsOf(id, quarter).map((level) => ratio(worth.get(level) ?? 0n));
    const deduction = sum(evidence(id, quarter).map((entry) => decimal(entry.points)));
    deductions.set(id, deduction);
    if (levels.length === 0) continue;
    opinions.set(id, mean(levels));
    totals.set(id, atLeast(minus(mean(levels), deduction), zero));
  }

  const units: Record<string, UnitVerdict> = {};
  for (const { id } of quarter.units) {
    units[id] = {
      standing: takesPart(id) ? "appraised" : "below-volume",
      figures: {
        "opinion-score": shown(opinions.get(id)),
        "evidence-deduction": shown(signed(deductions.get(id))),
      },
      counts: takesPart(id) ? { "opinion-score": levelsOf(id, quarter).length } : {},
      total: shown(totals.get(id)),
      rank: rankOf(id, totals, "highest"),
      lists: [],
      flags: takesPart(id) && !opinions.has(id) ? ["opinion-score:no_ballots"] : [],
    };
  }
  return {
    units,
    lists: {},
    tiedLists: [],
    awards: awards(quarters, totals, takesPart),
    marks: {},
  };
}

function awards(
  quarters: readonly County[],
  totals: Scored,
  takesPart: (unit: string) => boolean,
): Verdict["awards"] {
  const units = quarters[quarters.length - 1]?.units ?? [];
  const lowest = (places: number, pool?: string) => {
    const ids = units.filter((unit) => !pool || unit.pool === pool).map((unit) => unit.id);
    const taken = take(among(totals, ids), "lowest", places);
    const holders = taken.units.map((unit) => `unit ${unit} (${unit})`);
    return { holders, tied: taken.tied, state: "final" as const };
  };
  const golden = units.filter(
    ({ id }) =>
      quarters.length >= 3 &&
      takesPart(id) &&
      quarters.slice(-3).every((quarter) => isClean(id, quarter)) &&
      workload(id, quarters) !== "too-little",
  );
  const agencies = [...new Set(golden.map((unit) => unit.agency))].sort();
  const titles = agencies.map((agency) => {
    const through = golden.filter((unit) => unit.agency === agency).map((unit) => unit.id);
    return `agency ${agency} (${through.sort().join(" ")})`;
  });
  return {
    "yellow-card-service": lowest(4, "service"),
    "yellow-card-enforcement": lowest(1, "enforcement"),
    "two-tier-talks": lowest(3),
    "gold-title": {
      holders: titles,
      tied: false,
      // Whose work is not known may hold the title only once somebody has decided so.
      state: golden.some(({ id }) => workload(id, quarters) === "unknown") ? "proposed" : "final",
    },
  };
}
