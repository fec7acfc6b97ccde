import { describe, expect, it } from "vitest";
import { disclose } from "../../../api/domain/disclosure.ts";
import type { RoundFigures } from "../../../api/domain/model.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import type { Programme } from "../../../schema/programme.ts";
import { county } from "../../domain/support/counties.ts";
import { figuresWith, levelCells, unit } from "../../domain/support/figures.ts";

const seen = (programme: Programme, figures: RoundFigures) =>
  disclose(programme, figures, scoreRound(programme, figures));

describe("no figure over many units is inverted to what a few ballots say", () => {
  it("a mean that small samples are filled up with takes in no hidden unit, however many there are", () => {
    const programme = county("pingyang-thousand");
    const at = { stream: "first-half", group: "service-objects", channel: "phone" };
    const units = ["u-1", "u-2", "u-3", "u-4", "u-5"].map((id) => unit(id));
    const publicView = (hidden: Record<string, number>) => {
      const cells = [
        ...levelCells({ satisfied: 40 }, at),
        ...levelCells({ satisfied: 7, basically: 8 }, { ...at, unit: "u-2" }),
        ...["u-3", "u-4", "u-5"].flatMap((id) => levelCells(hidden, { ...at, unit: id })),
      ];
      const figures = figuresWith({ units, cells, lists: [] });
      return seen(programme, figures).units.map(({ components }) => components);
    };
    // The mean, less the units shown, is zero in one case alone: when all nine and nine and nine were dissatisfied.
    expect(publicView({ dissatisfied: 9 })).toEqual(publicView({ satisfied: 9 }));
  });

  it("coverage does not say whether a hidden unit has ballots, nor that a few came by a channel", () => {
    const programme = county("neixiang-per-visit");
    const at = { stream: "window", group: "visitors", channel: "kiosk" };
    const units = ["u-1", "u-2"].map((id) => unit(id));
    const coverage = (hidden: Record<string, number>, channel: string) => {
      const cells = [
        ...levelCells({ satisfied: 40 }, at),
        ...levelCells(hidden, { ...at, unit: "u-2", channel }),
      ];
      return seen(programme, figuresWith({ units, cells })).statistics.tables.filter(
        ({ id }) => id === "coverage",
      );
    };
    expect(coverage({ satisfied: 9 }, "qr")).toEqual(coverage({}, "qr"));
  });
});
