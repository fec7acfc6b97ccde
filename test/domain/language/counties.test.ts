import { describe, expect, test } from "vitest";
import type { ComponentOf, Programme } from "../../../schema/programme.ts";
import { programmeIds, programmeOf } from "./documents.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function named<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function component<Kind extends Programme["components"][number]["kind"]>(
  programme: Programme,
  id: string,
  kind: Kind,
): ComponentOf<Kind> {
  const isIt = (one: Programme["components"][number]): one is ComponentOf<Kind> =>
    one.kind === kind;
  const found = named(programme.components, id);
  if (!isIt(found)) throw new Error(`${id} is no ${kind}`);
  return found;
}

/** Points of a catalogue as written: a number, or a range. */
function catalogue(programme: Programme, ledger: string): Record<string, string> {
  const found = named(programme.ledgers, ledger);
  if (found.kind !== "points") throw new Error(`${ledger} has no catalogue`);
  return Object.fromEntries(
    found.catalogue.map(({ id, points }) => [
      id,
      typeof points === "number" ? String(points) : `${points.from}-${points.to}`,
    ]),
  );
}

describe("Dianjiang as announced", () => {
  const programme = programmeOf("dianjiang-dianping");

  test("six groups, their roster owners, and 26 leaders and 100 enterprises", () => {
    expect(programme.groups.map(({ rosterOwner, quota }) => [rosterOwner?.en, quota])).toEqual([
      ["Market regulator", undefined],
      ["E-government centre", undefined],
      ["Justice bureau", undefined],
      ["Government office", 26],
      ["Supervision office", undefined],
      ["Reform commission", 100],
    ]);
  });

  test("who has not used the link is called the next day, and links begin in the second quarter", () => {
    for (const id of ["new-business", "people-served"]) {
      const { callBack, channelsFrom } = named(programme.groups, id);
      expect([callBack?.days, channelsFrom?.sms]).toEqual([1, "2022-04-01"]);
    }
  });

  test("levels 100/80/60/30/0, the lowest two bad, six problems", () => {
    const [rating] = programme.instruments;
    if (rating?.kind !== "levels") throw new Error("no levels");
    expect(rating.levels.map(({ value, bad = false }) => [value, bad])).toEqual([
      [100, false],
      [80, false],
      [60, false],
      [30, true],
      [0, true],
    ]);
    expect(rating.reasons?.map(({ label }) => label.zh[0]).join("")).toBe("卡推拖乱冷差");
  });

  test("four and one yellow cards, three talks, a title after three clean rounds", () => {
    const taken = programme.awards.map((award) =>
      award.kind === "take"
        ? [award.from.of, award.end, award.places.to]
        : [award.kind, award.recipient],
    );
    expect(taken).toEqual([
      ["pool", "worst", 4],
      ["pool", "worst", 1],
      ["all", "worst", 3],
      ["clean-run", "agency"],
    ]);
  });
});

test("Neixiang: five levels with two label sets, and fifteen, five and one working days", () => {
  const programme = programmeOf("neixiang-per-visit");
  const rating = named(programme.instruments, "window-rating");
  if (rating.kind !== "levels") throw new Error("no levels");
  expect(rating.levels.filter(({ otherLabel }) => otherLabel)).toHaveLength(5);
  expect(rating.levels.map(({ bad = false }) => bad)).toEqual([false, false, false, true, true]);
  expect(programme.deadlines.map(({ workingDays }) => workingDays)).toEqual([1, 5, 15]);
  expect(programme.lateRatingDays).toBe(30);
});

describe("Pingyang as announced", () => {
  const programme = programmeOf("pingyang-thousand");

  test("the daily part is 85 of 100 points, the vote 15, the bonus at most 5 outside", () => {
    const daily = named(programme.subtotals, "daily").components.map((id) =>
      named(programme.components, id),
    );
    expect(sum(daily.map((part) => ("points" in part ? part.points : 0)))).toBe(85);
    expect(component(programme, "online-vote", "levels-mean").points).toBe(15);
    expect(component(programme, "bonus", "ledger-points")).toMatchObject({ cap: 5, outside: true });
  });

  test("the catalogues of points are the announced ones", () => {
    expect(catalogue(programme, "complaints")).toEqual({
      style: "3-5",
      "late-reply": "1",
      "contact-change": "1",
      shirking: "2",
      "poor-quality": "3-5",
      "urgent-ignored": "5",
    });
    expect(Object.values(catalogue(programme, "inspection")).join(" ")).toBe(
      "1 2 1 20 10 5 20 8 5 3 10",
    );
    expect(Object.values(catalogue(programme, "commendations")).join(" ")).toBe(
      "5 3 1 3 2 1 5 3 2",
    );
  });

  test("two lists of 50: 44 general, 2 health, 4 financial", () => {
    expect(programme.shortlist?.places.map(({ system, each }) => [system, each])).toEqual([
      ["general", 44],
      ["health", 2],
      ["financial", 4],
    ]);
  });

  test("the most dissatisfied lose 10 points instead of 5, their townships half of it when dual-managed", () => {
    const points = (id: string) =>
      named(programme.awards, id).effects?.flatMap(({ recipient, managedBy, points }) =>
        points === undefined ? [] : [[recipient, managedBy, points]],
      );
    const both = (full: number, half: number) => [
      ["agency", "agency", full],
      ["township", "township", full],
      ["agency", "dual", full],
      ["township", "dual", half],
    ];
    expect(points("satisfied")).toEqual(both(5, 2.5));
    expect(points("dissatisfied")).toEqual(both(-5, -2.5));
    expect(points("most-dissatisfied")).toEqual(both(-10, -5));
    expect(named(programme.awards, "most-dissatisfied").pointsInsteadOf).toBe("dissatisfied");
  });
});

test("Yanshan: 50, 25 and 100 people drawn, 200 ballots drawn, ten nominations, cases of this year", () => {
  const programme = programmeOf("yanshan-hard-to-deal");
  expect(programme.groups.map(({ draw }) => draw?.size)).toEqual([
    undefined,
    50,
    25,
    100,
    undefined,
  ]);
  expect(named(programme.streams, "sampled").draw?.size).toBe(200);
  expect(programme.instruments).toMatchObject([
    { most: 10, case: { required: true, notBefore: "2024-01-01" } },
  ]);
  expect(programme.calendar[0]?.window).toEqual({ from: "2024-07-01", to: "2024-07-14" });
  expect(programme.ranking?.best).toBe("lowest");
});

describe("Haifeng as announced", () => {
  const programme = programmeOf("haifeng-ten-thousand");

  test("five rules of 18 points, seventeen indicators", () => {
    const sheet = named(programme.instruments, "sheet");
    if (sheet.kind !== "sheet") throw new Error("no sheet");
    expect(sheet.rules.map(({ points }) => points)).toEqual([18, 18, 18, 18, 18]);
    expect(sheet.rules.map(({ indicators }) => indicators.length)).toEqual([4, 4, 2, 3, 4]);
  });

  test("ten thousand sheets, weighted 15, 15, 15, 20 and 30 per cent", () => {
    expect(sum(programme.groups.map(({ quota = 0 }) => quota))).toBe(10_000);
    expect(programme.groups.map(({ weight }) => weight)).toEqual([0.15, 0.15, 0.15, 0.2, 0.3]);
  });

  test("each worse tier of consequences lies within the milder ones", () => {
    const worst = programme.awards.flatMap((award) =>
      award.kind === "take" && award.end === "worst" ? [award.places] : [],
    );
    expect(worst).toEqual([
      { from: 1, to: 10 },
      { from: 1, to: 6 },
      { from: 1, to: 3 },
    ]);
  });
});

/** Parts of which the source is silent or contradictory, and which somebody therefore read in one way. */
const readings: Readonly<Record<string, readonly string[]>> = {
  "dianjiang-dianping": [
    "instruments/rating",
    "instruments/rating/levels",
    "components/opinion-score",
    "total",
    "ledgers/other-evidence",
    "awards/gold-title/brokenBy",
    "awards/gold-title/rounds",
    "minimumVolume",
  ],
  "neixiang-per-visit": [
    "instruments/window-rating/onePerVisit",
    "lateRatingDays",
    "pools/window",
    "statistics",
    "groups/online-users/channels",
    "deadlines",
    "continuous",
  ],
  "pingyang-thousand": [
    "components/satisfaction-half-year/points",
    "components/satisfaction-half-year/smallSample",
    "components/satisfaction-half-year/noBallots",
    "components/complaint-platform",
    "shortlist/carryIn",
    "shortlist/lists",
    "awards/satisfied",
    "awards/dissatisfied",
    "instruments/vote",
    "groups/voters-served/share",
  ],
  "yanshan-hard-to-deal": [
    "instruments/nomination/problems",
    "instruments/nomination/case",
    "groups/new-business/draw",
    "groups/project-heads/draw",
    "components/votes/ledgers",
    "instruments/nomination",
    "streams/sampled/draw",
    "awards/yellow-card",
  ],
  "haifeng-ten-thousand": [
    "components/sheet-score/weights",
    "ledgers/leading-group-points",
    "components/sheet-score",
    "instruments/opinion/questions",
    "instruments/sheet/rules/open-affairs/indicators/posted",
  ],
};

test.each(programmeIds)("%s publishes how each unclear part of its source was read", (id) => {
  const explained = programmeOf(id).notes.map(({ about }) => about);
  expect(explained).toEqual(expect.arrayContaining([...(readings[id] ?? ["missing here"])]));
});

test.each(programmeIds)("%s publishes nothing about fewer than ten ballots", (id) => {
  expect(programmeOf(id).disclosure.threshold).toBe(10);
});
