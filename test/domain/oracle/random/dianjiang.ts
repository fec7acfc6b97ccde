import type { UnitSnapshot } from "../../../../api/domain/model.ts";
import type { Ballot, County } from "../county.ts";
import { type Fact, numbered } from "./entries.ts";
import type { Luck } from "./luck.ts";

const windows = [
  { from: "2022-01-01", to: "2022-03-31" },
  { from: "2022-04-01", to: "2022-06-30" },
  { from: "2022-07-01", to: "2022-09-30" },
  { from: "2022-10-01", to: "2022-12-31" },
];
const ways = [
  ["new-business", "phone"],
  ["new-business", "sms"],
  ["people-served", "phone"],
  ["people-served", "sms"],
  ["enforcement-subjects", "phone"],
  ["township-leaders", "letter"],
  ["delegates", "letter"],
  ["enterprise-heads", "letter"],
] as const;
const wrongWays = [
  ["new-business", "system_default"],
  ["people-served", "letter"],
  ["delegates", "web"],
] as const;

function units(chance: Luck): UnitSnapshot[] {
  const agencies = chance.int(1, 4);
  return chance.times(chance.int(1, 10), (index) => ({
    id: `u-${index}`,
    agency: `a-${chance.int(1, agencies)}`,
    pool: chance.oneIn(3) ? "enforcement" : "service",
    tags: [],
    system: "general",
    managedBy: "agency",
  }));
}

/** A section that nobody faults gets golden quarters; others get whatever comes. */
function ballots(
  unit: UnitSnapshot,
  loved: boolean,
  on: string,
  chance: Luck,
): Omit<Ballot, "id">[] {
  const count = chance.oneIn(6) ? 0 : chance.int(1, 5);
  return chance.times(count, () => {
    const [group, channel] = chance.oneIn(12) ? chance.pick(wrongWays) : chance.pick(ways);
    const level = loved
      ? chance.pick(["very-good", "very-good", "good", "fair"])
      : chance.pick(["very-good", "good", "fair", "poor", "very-poor"]);
    const astray = chance.oneIn(25);
    return {
      group,
      channel,
      on,
      ...(chance.oneIn(15) ? { voided: true } : {}),
      answers: {
        kind: "levels",
        unit: unit.id,
        level: astray ? "splendid" : level,
        ...(chance.oneIn(6) ? { reasons: [chance.oneIn(8) ? "noise" : "delay"] } : {}),
      },
    };
  });
}

function facts(unit: UnitSnapshot, window: { from: string; to: string }, chance: Luck): Fact[] {
  if (!chance.oneIn(4)) return [];
  return chance.times(chance.int(1, 2), () => ({
    ledger: "other-evidence",
    unit: unit.id,
    entry: chance.pick(["national-bad-rating", "real-name-report", "misconduct"]),
    points: chance.pick([0, 2, 2, 0.5, 12.25, 100]),
    on: chance.oneIn(6) ? "2021-12-31" : chance.pick([window.from, window.to]),
  }));
}

/** One to four quarters of one county; the last one is scored. */
export function randomQuarters(chance: Luck): County[] {
  const sections = units(chance);
  const loved = sections.map(() => chance.oneIn(2));
  return windows.slice(0, chance.pick([1, 2, 3, 4, 4, 4])).map((window) => ({
    units: sections,
    ballots: sections
      .flatMap((unit, index) => ballots(unit, loved[index] ?? false, window.from, chance))
      .map((ballot, index) => ({ ...ballot, id: `b${index}` })),
    entries: numbered(
      sections.flatMap((unit) => facts(unit, window, chance)),
      chance,
    ),
    decisions: [],
    volumes: Object.fromEntries(
      sections
        .filter(() => !chance.oneIn(12))
        .map((unit) => [unit.id, chance.pick([0, 1, 1, 2, 4, 30])]),
    ),
    window,
  }));
}
