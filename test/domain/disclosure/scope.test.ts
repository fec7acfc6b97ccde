import { expect, it } from "vitest";
import { disclose, publishedCells } from "../../../api/domain/disclosure.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import { county } from "../support/counties.ts";
import { cell, figuresWith, unit } from "../support/figures.ts";

it("votes for a unit are shown only where enough ballots could have named it", () => {
  const programme = county("yanshan-hard-to-deal");
  const at = { stream: "targeted", channel: "web" as const };
  const cast = (group: string, count: number) =>
    cell({ ...at, unit: "", group, question: "ballot", answer: "cast", count });
  const named = (of: string, group: string, count: number) =>
    cell({ ...at, unit: of, group, question: "nominated", answer: "yes", count });
  const figures = figuresWith({
    units: [unit("u-tax", { tags: ["tax"] }), unit("u-parks")],
    // Everybody may name the tax section; only the eight leaders may name the parks.
    cells: [
      cast("leaders", 8),
      cast("new-business", 30),
      named("u-tax", "new-business", 12),
      named("u-tax", "leaders", 1),
      named("u-parks", "leaders", 3),
      cell({ ...at, stream: "sampled", unit: "", group: "public", question: "ballot", count: 40 }),
    ],
  });
  const shown = disclose(programme, figures, scoreRound(programme, figures)).units;
  expect(shown.map(({ components }) => components[0]?.figure)).toEqual([
    { status: "shown", value: 13 },
    { status: "insufficient", reason: "fewer_than_threshold" },
  ]);
  const counters = publishedCells(programme, figures).filter(({ stream }) => stream === "targeted");
  expect(counters.map(({ unit: of, group, count }) => [of, group, count])).toEqual([
    ["", "all", 38],
    ["u-tax", "all", 13],
  ]);
});
