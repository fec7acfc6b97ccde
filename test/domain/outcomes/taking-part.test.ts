import { describe, expect, it } from "vitest";
import type { PastRound, RoundFigures } from "../../../api/domain/model.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import type { ProgrammeInput } from "../../../schema/programme.ts";
import { unit } from "../support/figures.ts";
import { label } from "../support/programme.ts";
import { markFigures, markProgramme } from "../support/ranking.ts";
import { unitOf } from "../support/results.ts";

const held = (...units: string[]): PastRound => ({
  round: "before",
  awards: units.map((id) => ({ award: "satisfied", unit: id })),
  runs: [],
  volumes: {},
});

describe("exemption", () => {
  const programme = markProgramme({ exemption: { award: "satisfied", rounds: 2 } });
  const standings = (history: PastRound[]) => {
    const result = scoreRound(programme, markFigures({ "u-1": 90, "u-2": 80 }, { history }));
    return { units: result.units.map(({ standing }) => standing), flags: result.flags };
  };
  it("is for who held the award in both rounds before, running", () => {
    expect(standings([held("u-1"), held("u-1", "u-2")]).units).toEqual(["exempt", "appraised"]);
    expect(standings([held("u-1"), held("u-1"), held()]).units).toEqual(["appraised", "appraised"]);
  });
  it("nobody is exempt while the history is too short, and the round says so", () => {
    expect(standings([held("u-1")])).toEqual({
      units: ["appraised", "appraised"],
      flags: ["no_history"],
    });
  });
  it("an exempt unit has no figure and no rank, and pushes nobody", () => {
    const history = [held("u-1"), held("u-1")];
    const result = scoreRound(programme, markFigures({ "u-1": 90, "u-2": 80 }, { history }));
    expect(unitOf(result, "u-1")).toMatchObject({ components: [], flags: ["exempt"] });
    expect(unitOf(result, "u-2").rank).toBe(1);
  });
});

describe("minimum volume for the whole round", () => {
  const programme = markProgramme({
    minimumVolume: {
      appliesTo: "round",
      trailingRounds: 2,
      atLeast: [{ pool: "service", volume: 4 }],
    },
  });
  const standing = (now: Record<string, number>, before?: Record<string, number>) => {
    const history = before ? [{ ...held(), volumes: before }] : [];
    const figures = markFigures({ "u-1": 90 }, { volumes: now, history });
    const { standing: is, flags } = unitOf(scoreRound(programme, figures), "u-1");
    return [is, ...flags];
  };
  it("sums the trailing rounds", () => {
    expect(standing({ "u-1": 2 }, { "u-1": 2 })).toEqual(["appraised"]);
    expect(standing({ "u-1": 1 }, { "u-1": 2 })).toEqual(["below-volume", "below_minimum_volume"]);
  });
  it("what is unknown is not zero", () => {
    expect(standing({ "u-1": 1 })).toEqual(["appraised", "volume_unknown"]);
    expect(standing({ "u-1": 4 })).toEqual(["appraised"]);
  });
});

describe("a shortlist", () => {
  const shortlist: ProgrammeInput["shortlist"] = {
    by: "mark",
    lists: [
      { id: "top", label: label("top"), end: "best" },
      { id: "bottom", label: label("bottom"), end: "worst" },
    ],
    places: [
      { system: "general", each: 2, chosen: "by-score" },
      { system: "health", each: 1, chosen: "by-nomination" },
    ],
    carryIn: [{ list: "bottom", award: "satisfied" }],
  };
  const lists = (
    marks: Record<string, number>,
    parts: Partial<RoundFigures> = {},
    health: string[] = [],
  ) => {
    const figures = markFigures(marks, {
      units: Object.keys(marks).map((id) =>
        unit(id, { system: health.includes(id) ? "health" : "general" }),
      ),
      ...parts,
    });
    return scoreRound(markProgramme({ shortlist }), figures).lists.map(({ units, flags }) => [
      units.join(" "),
      ...flags,
    ]);
  };
  const six = { "u-1": 90, "u-2": 80, "u-3": 70, "u-4": 60, "u-5": 50, "u-6": 40 };
  const history = [held()];

  it("takes the best and the worst, with places for each system", () => {
    expect(lists(six, { history })).toEqual([
      ["u-1 u-2", "list_short", "awaits_decision"].sort(byFlag),
      ["u-6 u-5", "list_short", "awaits_decision"].sort(byFlag),
    ]);
  });
  it("carries last year's units in, in places of their system", () => {
    expect(lists(six, { history: [held("u-1", "u-4")] }).map(([units]) => units)).toEqual([
      "u-2 u-3",
      "u-1 u-4",
    ]);
  });
  it("puts nobody on both lists", () => {
    const three = { "u-1": 90, "u-2": 80, "u-3": 70 };
    expect(lists(three, { history }).map(([units]) => units)).toEqual(["u-1 u-2", "u-3"]);
  });
  it("takes every tied unit at a cut, flagged", () => {
    expect(lists({ ...six, "u-3": 80 }, { history })[0]).toContain("tie_at_cut");
  });
  it("a system that names its own needs a recorded decision", () => {
    const decisions = ["top", "bottom"].map((about, index) => ({
      id: `d-${index}`,
      kind: "name-to-list" as const,
      about,
      units: [index === 0 ? "u-1" : "u-2"],
      role: "health",
      reason: "named",
    }));
    const health = ["u-1", "u-2"];
    expect(lists(six, { history, decisions }, health)).toEqual([["u-3 u-4 u-1"], ["u-6 u-5 u-2"]]);
  });
  it("stays as it was fixed when voting opened", () => {
    const fixed = [
      { list: "top", units: ["u-6"] },
      { list: "bottom", units: ["u-1"] },
    ];
    expect(lists(six, { lists: fixed })).toEqual([["u-6"], ["u-1"]]);
  });
});

/** Units first, then flags by name. */
function byFlag(left: string, right: string): number {
  return Number(right.startsWith("u-")) - Number(left.startsWith("u-")) || (left < right ? -1 : 1);
}
