import { describe, expect, it } from "vitest";
import type { Decision, PastRound } from "../../../api/domain/model.ts";
import { pastRoundOf, roundHalfUp, scoreRound } from "../../../api/domain/scoring.ts";
import { county } from "../support/counties.ts";
import { entry } from "../support/entries.ts";
import { cell, figuresWith, levelCells, unit } from "../support/figures.ts";
import { label } from "../support/programme.ts";
import { markFigures, markProgramme } from "../support/ranking.ts";

const decision = (parts: Partial<Decision>): Decision => ({
  id: "d-1",
  kind: "confirm-award",
  about: "worst",
  role: "committee",
  reason: "as counted",
  ...parts,
});

const past = (parts: Partial<PastRound> = {}): PastRound => ({
  round: "before",
  awards: [],
  runs: [],
  volumes: {},
  ...parts,
});

const marks = { "u-1": 90, "u-2": 80, "u-3": 70, "u-4": 60 };

describe("an award that a committee confirms", () => {
  const programme = markProgramme({
    awards: [
      {
        kind: "take",
        id: "worst",
        label: label("worst"),
        confirmedBy: label("committee"),
        from: { of: "all" },
        end: "worst",
        places: { from: 1, to: 2 },
      },
      {
        kind: "take",
        id: "most",
        label: label("most"),
        from: { of: "award", award: "worst" },
        end: "worst",
        places: { from: 1, to: 1 },
      },
    ],
  });
  const awardsAfter = (...decisions: Decision[]) =>
    scoreRound(programme, markFigures(marks, { decisions })).awards.map(
      ({ holders, state, flags }) => [holders.map(({ id }) => id).join(" "), state, ...flags],
    );
  it("is a proposal until then, and so is what rests on it", () => {
    expect(awardsAfter()).toEqual([
      ["u-4 u-3", "proposed"],
      ["u-4", "proposed"],
    ]);
    expect(awardsAfter(decision({}))).toEqual([
      ["u-4 u-3", "confirmed"],
      ["u-4", "final"],
    ]);
  });
  it("may go to other units than proposed, flagged", () => {
    expect(awardsAfter(decision({ units: ["u-3", "u-2"] }))).toEqual([
      ["u-3 u-2", "confirmed", "differs_from_proposal"],
      ["u-3", "final"],
    ]);
  });
});

describe("Yanshan's yellow card", () => {
  const programme = county("yanshan-hard-to-deal");
  const votes = (id: string, count: number) =>
    cell({
      unit: id,
      stream: "targeted",
      group: "leaders",
      channel: "paper",
      question: "nominated",
      answer: "yes",
      count,
    });
  const figures = figuresWith({
    units: [unit("u-1"), unit("u-2"), unit("u-3", { tags: ["vertical"] })],
    cells: [
      cell({ unit: "", stream: "targeted", question: "ballot", answer: "cast", count: 40 }),
      votes("u-2", 9),
      votes("u-3", 20),
    ],
    entries: [entry({ ledger: "matters", unit: "u-2", entry: "petition" })],
    window: { from: "2024-01-01", to: "2024-12-31" },
  });
  it("waits for a decision on how many, and proposes the order: more votes are worse", () => {
    const result = scoreRound(programme, figures);
    expect(result.units.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(result.awards[0]).toMatchObject({
      holders: [],
      order: ["u-3", "u-2", "u-1"],
      state: "proposed",
      flags: ["awaits_decision"],
    });
  });
  it("goes to as many as the decision says, and tells the superiors of vertical units", () => {
    const decisions = [decision({ kind: "award-count", about: "yellow-card", count: 2 })];
    const [card] = scoreRound(programme, { ...figures, decisions }).awards;
    expect(card?.holders.map(({ id }) => id)).toEqual(["u-3", "u-2"]);
    expect(card?.state).toBe("confirmed");
    const superiors = card?.effects.filter(({ recipient }) => recipient === "superior");
    expect(superiors?.map((effect) => effect.unit)).toEqual(["u-3"]);
  });
  it("a unit that nobody named has zero votes where ballots were cast, and none where not", () => {
    const without = scoreRound(programme, { ...figures, cells: [] });
    const outcome = (id: string) => without.units.find(({ unit: of }) => of === id)?.components[0];
    expect(outcome("u-1")?.outcome).toMatchObject({ reason: "no_ballots" });
    expect(outcome("u-2")?.outcome).toMatchObject({ status: "computed" });
  });
});

describe("Dianjiang's gold title for three rounds without a bad rating", () => {
  const programme = county("dianjiang-dianping");
  const clean = (id: string, parts: Partial<PastRound["runs"][number]> = {}) => ({
    unit: id,
    stream: "opinion",
    ballots: 5,
    bad: 0,
    broken: false,
    ...parts,
  });
  const at = { stream: "opinion", group: "people-served", channel: "sms" };
  const history = [
    past({ runs: [clean("u-1"), clean("u-2"), clean("u-3")], volumes: { "u-1": 4, "u-2": 1 } }),
    past({ runs: [clean("u-1"), clean("u-2"), clean("u-3")], volumes: { "u-1": 0, "u-2": 1 } }),
  ];
  const figures = figuresWith({
    units: [unit("u-1"), unit("u-2"), unit("u-3", { agency: "a-2" })],
    cells: [
      ...levelCells({ good: 3 }, at),
      ...levelCells({ good: 2 }, { ...at, unit: "u-2" }),
      ...levelCells({ fair: 2 }, { ...at, unit: "u-3" }),
    ],
    history: [past(), ...history],
    volumes: { "u-1": 0, "u-2": 1, "u-3": 90 },
  });
  const gold = (parts: Partial<typeof figures> = {}) => {
    const award = scoreRound(programme, { ...figures, ...parts }).awards.find(
      (one) => one.award === "gold-title",
    );
    return {
      holders: award?.holders.map(({ id, units }) => `${id}: ${units.join(" ")}`),
      state: award?.state,
      flags: award?.flags,
    };
  };

  it("goes to the agency, and stays a proposal where the work of a section is not fully known", () => {
    // u-1 has four approvals; of u-2 the known three quarters make three, the fourth is unknown.
    expect(gold()).toEqual({
      holders: ["a-1: u-1 u-2", "a-2: u-3"],
      state: "proposed",
      flags: ["volume_unknown"],
    });
  });
  it("is barred for a section whose year's work is known and too little", () => {
    const [first, ...rest] = figures.history;
    const known = [{ ...first, ...past({ volumes: { "u-2": 0 } }) }, ...rest];
    expect(gold({ history: known })).toEqual({
      holders: ["a-1: u-1", "a-2: u-3"],
      state: "final",
      flags: [],
    });
  });
  it("is lost by a bad rating, a round without ballots, a verified bad rating elsewhere, a short history", () => {
    const only = (parts: Partial<typeof figures>) => gold(parts).holders;
    const bad = [...figures.cells, ...levelCells({ poor: 1 }, { ...at, unit: "u-3" })];
    expect(only({ cells: bad })).toEqual(["a-1: u-1 u-2"]);
    const [none, first, second] = figures.history;
    if (!none || !first || !second) throw new Error("a history");
    const empty = { ...second, runs: [clean("u-1"), clean("u-2", { ballots: 0 }), clean("u-3")] };
    expect(only({ history: [none, first, empty] })).toEqual(["a-1: u-1", "a-2: u-3"]);
    const verified = [
      entry({ ledger: "other-evidence", entry: "national-bad-rating", unit: "u-1", points: 0 }),
    ];
    expect(only({ entries: verified })).toEqual(["a-1: u-2", "a-2: u-3"]);
    const before = verified.map((fact) => ({ ...fact, on: "2023-12-31" }));
    expect(only({ entries: before })).toEqual(["a-1: u-1 u-2", "a-2: u-3"]);
    expect(gold({ history: [second] })).toEqual({
      holders: [],
      state: "final",
      flags: ["no_history"],
    });
  });
  it("a round hands on what later rounds need", () => {
    const result = scoreRound(programme, figures);
    const handed = pastRoundOf("r-3", programme, figures, result);
    expect(handed.runs).toContainEqual(clean("u-1", { ballots: 3 }));
    expect(handed.awards).not.toContainEqual({ award: "gold-title", unit: "u-1" });
    expect(handed.awards).toContainEqual({ award: "two-tier-talks", unit: "u-3" });
  });
});

describe("Pingyang's effects on yearly marks", () => {
  const programme = county("pingyang-thousand");
  const units = [
    unit("u-1", { agency: "a-1" }),
    unit("u-2", { agency: "a-2", managedBy: "dual", township: "t-2" }),
    unit("u-3", { agency: "a-3", managedBy: "township", township: "t-3" }),
    unit("u-4", { agency: "a-4" }),
  ];
  const ids = units.map(({ id }) => id);
  const figures = figuresWith({
    units,
    cells: [
      ...ids.flatMap((id, index) =>
        levelCells(
          { satisfied: 100 - index, dissatisfied: index },
          { unit: id, stream: "first-half", group: "service-objects", channel: "sms" },
        ),
      ),
      ...levelCells(
        { satisfied: 50 },
        { stream: "second-half", group: "service-objects", channel: "sms" },
      ),
      cell({ unit: "", stream: "online-vote", question: "ballot", answer: "cast", count: 20 }),
    ],
    entries: ids.flatMap((id) =>
      ["agency", "township"].map((assessor) =>
        entry({ ledger: "supervisors", unit: id, assessor, points: 4 }),
      ),
    ),
    lists: [
      { list: "top", units: [] },
      { list: "bottom", units: ids },
    ],
    window: { from: "2020-01-01", to: "2020-12-31" },
  });
  const effects = (id: string, history: PastRound[] = []) => {
    const award = scoreRound(programme, { ...figures, history }).awards.find(
      (one) => one.award === id,
    );
    return award?.effects
      .filter(({ points }) => points !== undefined)
      .map(({ id: on, points }) => `${on} ${points === undefined ? "" : roundHalfUp(points)}`);
  };

  it("fall on whoever manages the unit; the most dissatisfied lose ten instead of five", () => {
    expect(effects("most-dissatisfied")).toEqual(["a-4 -10", "t-3 -10", "a-2 -10", "t-2 -5"]);
    expect(effects("dissatisfied")).toEqual(["a-1 -5"]);
  });
  it("texts of the outranked award stay, for people without names", () => {
    const award = scoreRound(programme, figures).awards.find((one) => one.award === "dissatisfied");
    const heads = award?.effects.filter(({ recipient }) => recipient === "head");
    expect(heads?.map(({ unit: of, id }) => [of, id])).toEqual(
      ["u-4", "u-3", "u-2", "u-1"].map((of) => [of, undefined]),
    );
  });
  it("a head is removed only after two years running", () => {
    const again = (history: PastRound[]) => {
      const result = scoreRound(programme, { ...figures, history });
      const award = result.awards.find((one) => one.award === "most-dissatisfied-again");
      return [award?.holders.map(({ id }) => id).join(" "), award?.state, ...(award?.flags ?? [])];
    };
    expect(again([])).toEqual(["", "final", "no_history"]);
    const before = past({ awards: [{ award: "most-dissatisfied", unit: "u-3" }] });
    expect(again([before])).toEqual(["u-3", "proposed"]);
  });
});
