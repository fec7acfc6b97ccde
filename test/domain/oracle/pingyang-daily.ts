import type { LedgerEntry, PastRound, UnitSnapshot } from "../../../api/domain/model.ts";
import { factsOf, within } from "./clerk.ts";
import type { County } from "./county.ts";
import {
  atLeast,
  atMost,
  decimal,
  divided,
  mean,
  minus,
  plus,
  type Ratio,
  ratio,
  sum,
  times,
  zero,
} from "./ratio.ts";

/** Pingyang County's daily part, from the text: 85 points of satisfaction, ledgers and supervisors. */

export const year = { from: "2019-12-01", to: "2020-11-30" };
export const halves = [
  { id: "satisfaction-half-year", window: { from: "2020-04-21", to: "2020-07-31" } },
  { id: "satisfaction-year-end", window: { from: "2020-08-01", to: "2020-11-10" } },
];
export const quarters = [
  { from: "2019-12-01", to: "2020-02-29" },
  { from: "2020-03-01", to: "2020-05-31" },
  { from: "2020-06-01", to: "2020-08-31" },
  { from: "2020-09-01", to: "2020-11-30" },
];
const whole = (points: number) => ratio(BigInt(points));

/** Satisfied, basically satisfied, dissatisfied. */
export type Counts = readonly [number, number, number];

/** (S + 0.6 B) / (S + B + D) × points. */
export function satisfaction([s, b, d]: Counts, points: number): Ratio | undefined {
  if (s + b + d === 0) return undefined;
  const value = plus(whole(s), times(ratio(6n, 10n), whole(b)));
  return times(divided(value, whole(s + b + d)), whole(points));
}

/** What every unit gets in one half: its own figure, or 70 % of the mean of all and 30 % of its own. */
export function halfYear(counts: ReadonlyMap<string, Counts>): Map<string, Ratio> {
  const own = new Map<string, Ratio>();
  for (const [unit, votes] of counts) {
    const figure = satisfaction(votes, 25);
    if (figure) own.set(unit, figure);
  }
  if (own.size === 0) return own;
  const all = mean([...own.values()]);
  const given = new Map<string, Ratio>();
  for (const [unit, [s, b, d]] of counts) {
    const figure = own.get(unit);
    const mixed = figure && plus(times(ratio(7n, 10n), all), times(ratio(3n, 10n), figure));
    given.set(
      unit,
      figure === undefined || mixed === undefined ? all : s + b + d < 30 ? mixed : figure,
    );
  }
  return given;
}

/** Phone and SMS; for enforcement units also the parties of sampled case files. */
export function countsOf(
  unit: UnitSnapshot,
  county: County,
  window: { from: string; to: string },
): Counts {
  const levels = county.ballots.flatMap(({ answers, voided, channel, group, on }) => {
    const asked =
      group === "service-objects" || (group === "case-parties" && unit.pool === "enforcement");
    if (voided || !asked || !["phone", "sms"].includes(channel) || !within(on, window)) return [];
    return answers.kind === "levels" && answers.unit === unit.id ? [answers.level] : [];
  });
  const count = (level: string) => levels.filter((it) => it === level).length;
  return [count("satisfied"), count("basically"), count("dissatisfied")];
}

/** Points of an entry: serious ones double, a co-handling section loses half. */
function pointsOf(entry: LedgerEntry): Ratio {
  const doubled = entry.modifiers.includes("serious") ? whole(2) : whole(1);
  const halved = entry.modifiers.includes("co-handler") ? ratio(1n, 2n) : whole(1);
  return times(decimal(entry.points), times(doubled, halved));
}

/** Full marks less what stands against the unit, and never below zero. */
function left(full: number, entries: readonly LedgerEntry[]): Ratio {
  return atLeast(minus(whole(full), sum(entries.map(pointsOf))), zero);
}

/** Style of the year and the mean of the quarters' handling, together out of 100 and counted × 5/100. */
export function complaintPlatform(facts: readonly LedgerEntry[]): Ratio {
  const style = left(
    10,
    facts.filter((entry) => entry.entry === "style"),
  );
  const handling = quarters.map((quarter) =>
    left(
      90,
      facts.filter((entry) => entry.entry !== "style" && within(entry.on, quarter)),
    ),
  );
  return times(plus(style, mean(handling)), ratio(5n, 100n));
}

/** The supervisor's mark; agency and township 2 : 1 where both manage the unit. One absent, the other's counts. */
export function supervision(unit: UnitSnapshot, marks: readonly LedgerEntry[]): Ratio | undefined {
  const markOf = (assessor: string) => {
    const mark = marks.find((entry) => entry.assessor === assessor);
    return mark && decimal(mark.points);
  };
  const agency = markOf("agency");
  const township = markOf("township");
  if (unit.managedBy === "agency") return agency;
  if (unit.managedBy === "township") return township;
  if (agency && township) return divided(plus(times(whole(2), agency), township), whole(3));
  return agency ?? township;
}

/** One deed counts once, at its highest; five points at most. */
export function bonus(facts: readonly LedgerEntry[]): Ratio {
  const deeds = new Map<string, Ratio>();
  for (const entry of facts) {
    const deed = entry.deed === undefined ? `entry ${entry.id}` : `deed ${entry.deed}`;
    deeds.set(deed, atLeast(pointsOf(entry), deeds.get(deed) ?? zero));
  }
  return atMost(sum([...deeds.values()]), whole(5));
}

/** "Satisfied" in both of the two years before. */
export function isExempt(unit: string, history: readonly PastRound[]): boolean {
  const twoYears = history.slice(-2);
  const held = twoYears.filter((past) =>
    past.awards.some((award) => award.award === "satisfied" && award.unit === unit),
  );
  return held.length === 2;
}

export const dailyItems = [
  "satisfaction-half-year",
  "satisfaction-year-end",
  "complaint-platform",
  "online-supervision",
  "supervising-agency",
  "inspections",
];

export function marksOf({ id }: UnitSnapshot, { entries, window }: County): LedgerEntry[] {
  return factsOf(entries, { ledger: "supervisors", unit: id, window });
}

/** Every figure of a unit apart from the vote. */
export function everydayFigures(
  county: County,
  appraised: readonly UnitSnapshot[],
): Map<string, Record<string, Ratio | undefined>> {
  const given = halves.map((half) =>
    halfYear(new Map(appraised.map((unit) => [unit.id, countsOf(unit, county, half.window)]))),
  );
  return new Map(
    appraised.map((unit) => {
      const facts = (ledger: string) =>
        factsOf(county.entries, { ledger, unit: unit.id, window: year });
      const figures = {
        "satisfaction-half-year": given[0]?.get(unit.id),
        "satisfaction-year-end": given[1]?.get(unit.id),
        "complaint-platform": complaintPlatform(facts("complaints")),
        "online-supervision": left(5, facts("online-complaints")),
        "supervising-agency": supervision(unit, marksOf(unit, county)),
        inspections: left(20, facts("inspection")),
        bonus: bonus(facts("commendations")),
      };
      return [unit.id, figures];
    }),
  );
}

/** The 85 points; nothing where one of them is missing. */
export function daily(figures: Readonly<Record<string, Ratio | undefined>>): Ratio | undefined {
  const items = dailyItems.flatMap((item) => figures[item] ?? []);
  return items.length === dailyItems.length ? sum(items) : undefined;
}
