import { describe, expect, it } from "vitest";
import { disclose } from "../../../api/domain/disclosure.ts";
import type { PastRound, RoundFigures } from "../../../api/domain/model.ts";
import { pastRoundOf, scoreRound } from "../../../api/domain/scoring.ts";
import { county } from "../../domain/support/counties.ts";
import { figuresWith, levelCells, unit } from "../../domain/support/figures.ts";

const programme = county("dianjiang-dianping");
const at = { stream: "opinion", group: "people-served", channel: "phone" };
const units = [unit("u-1"), unit("u-2", { agency: "a-2" })];

type Run = PastRound["runs"][number];

const run = (of: string, ballots: number, bad: number): Run => ({
  ...{ unit: of, stream: "opinion", ballots, bad, broken: false },
});

const past = (round: string, runs: readonly Run[]): PastRound => ({
  ...{ round, awards: [], runs: [...runs] },
  volumes: { "u-1": 90, "u-2": 90 },
});

/** The gold title after three rounds, as everybody reads it. */
function goldTitle(figures: RoundFigures) {
  const result = scoreRound(programme, figures);
  const shown = disclose(programme, figures, result).awards;
  return shown.find(({ award }) => award === "gold-title");
}

const figures = (now: Record<string, number>, earlier: Run) =>
  figuresWith({
    units,
    cells: [...levelCells({ good: 40 }, at), ...levelCells(now, { ...at, unit: "u-2" })],
    volumes: { "u-1": 90, "u-2": 90 },
    history: [
      past("r-0", [run("u-1", 40, 0), run("u-2", 40, 0)]),
      past("r-1", [run("u-1", 40, 0), earlier]),
      past("r-2", [run("u-1", 40, 0), run("u-2", 40, 0)]),
    ],
  });

describe("a clean run tells nothing of fewer ballots than the threshold", () => {
  it("whether one of nine was a bad rating cannot be read off the award", () => {
    const clean = goldTitle(figures({ good: 9 }, run("u-2", 40, 0)));
    const bad = goldTitle(figures({ good: 8, poor: 1 }, run("u-2", 40, 0)));
    expect(clean).toEqual(bad);
    expect(clean?.holders.map(({ id }) => id)).toEqual(["a-1"]);
  });

  it("nor whether one of nine was bad in an earlier round that counts for it", () => {
    const clean = goldTitle(figures({ good: 40 }, run("u-2", 9, 0)));
    const bad = goldTitle(figures({ good: 40 }, run("u-2", 9, 1)));
    expect(clean).toEqual(bad);
  });

  it("nor off what the round hands on to later ones", () => {
    const handed = (now: Record<string, number>) => {
      const of = figures(now, run("u-2", 40, 0));
      const result = scoreRound(programme, of);
      const { awards } = disclose(programme, of, result);
      const bare = awards.map((award) => ({ ...award, flags: [] }));
      return pastRoundOf("r-3", programme, of, { ...result, awards: bare }).awards;
    };
    expect(handed({ good: 9 })).toEqual(handed({ good: 8, poor: 1 }));
  });
});
