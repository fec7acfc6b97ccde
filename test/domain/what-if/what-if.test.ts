import { describe, expect, it } from "vitest";
import { whatIf } from "../../../api/domain/what-if.ts";
import { unit } from "../support/figures.ts";
import { markFigures, markProgramme } from "../support/ranking.ts";

describe("what if the programme were another", () => {
  const figures = markFigures({ "u-1": 70, "u-2": 90, "u-3": 80 });

  it("lists who moves, from which rank to which, best new rank first", () => {
    const ranking = { by: "total", best: "lowest", within: "all" } as const;
    expect(whatIf(markProgramme(), { ranking }, figures).moves).toEqual([
      { unit: "u-1", from: 3, to: 1 },
      { unit: "u-2", from: 1, to: 3 },
    ]);
  });
  it("a unit may gain or lose its rank", () => {
    const units = [unit("u-1"), unit("u-2"), unit("u-3")];
    const minimumVolume = {
      appliesTo: "round" as const,
      trailingRounds: 1,
      atLeast: [{ pool: "service", volume: 5 }],
    };
    const worked = { ...figures, units, volumes: { "u-1": 9, "u-2": 1, "u-3": 9 } };
    expect(whatIf(markProgramme(), { minimumVolume }, worked).moves).toEqual([
      { unit: "u-3", from: 2, to: 1 },
      { unit: "u-1", from: 3, to: 2 },
      { unit: "u-2", from: 1 },
    ]);
  });
  it("nothing moves where nothing changes", () => {
    expect(whatIf(markProgramme(), {}, figures).moves).toEqual([]);
  });
});
