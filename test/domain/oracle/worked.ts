import type { LedgerEntry, UnitSnapshot } from "../../../api/domain/model.ts";
import type { Ballot, County } from "./county.ts";
import { lines } from "./haifeng.ts";
import type { Sizes } from "./pingyang.ts";
import { quarters } from "./pingyang-daily.ts";

/** The worked figures of the counties' rules, as ballots and ledgers. */

function many<Item>(count: number, item: Item): Item[] {
  return Array.from({ length: count }, () => item);
}

function numbered(ballots: readonly Omit<Ballot, "id">[]): Ballot[] {
  return ballots.map((ballot, index) => ({ ...ballot, id: `b${index}` }));
}

const unit = (id: string, parts: Partial<UnitSnapshot> = {}): UnitSnapshot => ({
  id,
  agency: "a-1",
  pool: "service",
  tags: [],
  system: "general",
  managedBy: "agency",
  ...parts,
});

/** 4, 3, 2, 1, 0 ballots from best to worst, and two ledger points. */
export const workedDianjiang: County = {
  units: [unit("u-1")],
  ballots: numbered(
    [...many(4, "very-good"), ...many(3, "good"), ...many(2, "fair"), "poor"].map((level) => ({
      group: "new-business",
      channel: "phone",
      on: "2022-02-01",
      answers: { kind: "levels", unit: "u-1", level },
    })),
  ),
  entries: [
    {
      id: "e1",
      ledger: "other-evidence",
      unit: "u-1",
      entry: "real-name-report",
      points: 2,
      modifiers: [],
      on: "2022-02-02",
    },
  ],
  decisions: [],
  volumes: { "u-1": 12 },
  window: { from: "2022-01-01", to: "2022-03-31" },
};

/** A complete sheet that comes to so many points. */
function sheetOf(points: number): Record<string, number> {
  let left = points;
  return Object.fromEntries(
    lines.map(({ id, most }) => {
      const given = Math.min(most, left);
      left -= given;
      return [id, given];
    }),
  );
}

/** Group means 80, 75, 70, 72, 68 and eight from the leading group. */
export const workedHaifeng: County = {
  units: [unit("u-1", { pool: "office" })],
  ballots: numbered(
    Object.entries({
      "county-leaders": 80,
      "county-offices": 75,
      townships: 70,
      delegates: 72,
      public: 68,
    }).map(([group, points]) => ({
      group,
      channel: "paper",
      on: "2013-10-08",
      answers: { kind: "sheet", unit: "u-1", points: sheetOf(points) },
    })),
  ),
  entries: [
    {
      id: "e1",
      ledger: "leading-group-points",
      unit: "u-1",
      assessor: "leading-group",
      points: 8,
      modifiers: [],
      on: "2013-11-20",
    },
  ],
  decisions: [],
  volumes: {},
  window: { from: "2013-01-01", to: "2013-12-31" },
};

function fact(
  parts: Partial<LedgerEntry> & { id: string; points: number; on: string },
): LedgerEntry {
  return { ledger: "complaints", unit: "u-1", modifiers: [], ...parts };
}

/** The sheet of one quarter, written into every quarter: so its mean is what that one quarter gives. */
const handling = quarters.flatMap(({ from, to }) => [
  fact({ id: `late 1 ${from}`, entry: "late-reply", points: 1, on: from }),
  fact({ id: `late 2 ${from}`, entry: "late-reply", points: 1, on: from }),
  fact({ id: `late 3 ${from}`, entry: "late-reply", points: 1, on: to }),
  fact({ id: `shirking ${from}`, entry: "shirking", points: 2, on: to }),
  fact({
    id: `quality ${from}`,
    entry: "poor-quality",
    points: 4,
    modifiers: ["co-handler"],
    on: from,
  }),
]);

const mark = (unitId: string, assessor: string, points: number) =>
  fact({
    id: `${assessor} ${unitId}`,
    ledger: "supervisors",
    unit: unitId,
    assessor,
    points,
    on: "2020-11-05",
  });

/** The worked votes in each half; without any in the second half nobody would have a daily part. */
const halfYearVotes = Object.entries({
  "u-1": [40, 8, 2],
  "u-2": [10, 5, 5],
  "u-3": [25, 3, 2],
}).flatMap(([id, [s = 0, b = 0, d = 0]]) =>
  [...many(s, "satisfied"), ...many(b, "basically"), ...many(d, "dissatisfied")].flatMap((level) =>
    ["2020-06-01", "2020-09-01"].map((on) => ({
      group: "service-objects",
      channel: "phone" as const,
      on,
      answers: { kind: "levels" as const, unit: id, level },
    })),
  ),
);

function vote(best: string, worst: string): Omit<Ballot, "id"> {
  return {
    group: "voters-served",
    channel: "web",
    on: "2020-11-20",
    answers: { kind: "best-and-worst", best: [best], worst: [worst] },
  };
}

/** Three units: two places on each list and one mark each way put all of them to the vote. */
export const workedSizes: Sizes = {
  places: { general: 2, health: 1, financial: 1 },
  marks: 1,
  awarded: 1,
  ends: 1,
};

export const workedPingyang: County = {
  units: [
    unit("u-1", { pool: "approval", managedBy: "dual", township: "t-1" }),
    unit("u-2", { pool: "approval" }),
    unit("u-3", { pool: "approval" }),
  ],
  ballots: numbered([
    ...halfYearVotes,
    ...many(120, vote("u-1", "u-2")),
    ...many(300, vote("u-2", "u-3")),
    ...many(80, vote("u-2", "u-1")),
  ]),
  entries: [
    fact({ id: "style", entry: "style", points: 4, on: "2020-03-03" }),
    ...handling,
    mark("u-1", "agency", 4.6),
    mark("u-1", "township", 3.8),
    mark("u-2", "agency", 4),
    mark("u-3", "agency", 4),
  ],
  decisions: [],
  volumes: {},
  window: { from: "2020-04-21", to: "2020-12-10" },
};
