import { describe, expect, it } from "vitest";
import { roundHalfUp } from "../../../api/domain/scoring.ts";
import { statisticsOf } from "../../../api/domain/statistics.ts";
import { county } from "../support/counties.ts";
import { cell, figuresWith, levelCells, unit } from "../support/figures.ts";

const at = { stream: "window", group: "visitors", channel: "kiosk" };
const online = { stream: "online", group: "online-users", channel: "platform" };

const figures = figuresWith({
  units: ["u-1", "u-2", "u-3"].map((id) => unit(id, { pool: "window" })),
  cells: [
    ...levelCells({ "very-satisfied": 6, satisfied: 2, dissatisfied: 2 }, at),
    ...levelCells({ satisfied: 5, "very-dissatisfied": 5 }, { ...at, unit: "u-2" }),
    ...levelCells({ satisfied: 4 }, online),
    ...levelCells({ "very-satisfied": 90 }, { ...online, channel: "system_default" }),
    ...[cell({ ...online, question: "question/guide", answer: "clear", count: 3 })],
  ],
  volumes: { "u-1": 40, "u-2": 5 },
});

const all = statisticsOf(county("neixiang-per-visit"), figures);

function lineOf(id: string, of = "") {
  const statistic = all.find((candidate) => candidate.id === id);
  const line =
    of === "" ? statistic?.whole : statistic?.units.find((candidate) => candidate.unit === of);
  if (!line) throw new Error(`no ${id} of ${of}`);
  return line;
}

describe("statistics are published beside the scores", () => {
  it("a rate is exact, with a Wilson interval", () => {
    const { outcome, interval, n } = lineOf("window-satisfaction", "u-1");
    expect(outcome?.status === "computed" && roundHalfUp(outcome.value)).toBe("0.8");
    expect(n).toBe(10);
    // Wilson for 8 of 10, from the textbook formula.
    expect(interval).toMatchObject({ method: "wilson" });
    if (interval.status !== "computed") throw new Error("an interval");
    expect(interval.low).toBeCloseTo(0.4902, 4);
    expect(interval.high).toBeCloseTo(0.9433, 4);
  });

  it("a platform's default answers are counted apart and never enter a rate", () => {
    const line = lineOf("online-satisfaction", "u-1");
    expect(line).toMatchObject({ n: 4, defaults: 90 });
  });

  it("a rating rate needs visits, and says where they are unknown", () => {
    const rate = (of: string) => {
      const { outcome, flags, interval } = lineOf("window-rated", of);
      const value = outcome?.status === "computed" ? roundHalfUp(outcome.value) : outcome?.reason;
      return [value, flags, interval.status];
    };
    expect(rate("u-1")).toEqual(["0.25", [], "computed"]);
    // Ten ratings on five counted visits: a quotient, but no share with an interval.
    expect(rate("u-2")).toEqual(["2", [], "no_interval"]);
    expect(rate("u-3")).toEqual(["no_visit_counts", ["no_visit_counts"], "no_interval"]);
    expect(rate("")).toEqual(["0.4444", ["no_visit_counts"], "computed"]);
  });

  it("a rating rate counts the visits of its own pools alone", () => {
    expect(lineOf("online-rated").flags).toEqual(["other_pool"]);
    const moved = {
      ...figures,
      units: [unit("u-1", { pool: "window" }), unit("u-2", { pool: "platform" })],
    };
    const [rate] = statisticsOf(county("neixiang-per-visit"), moved).filter(
      ({ id }) => id === "window-rated",
    );
    // Ten ratings on the forty visits of the one window; the platform's five visits are not a window's.
    const outcome = rate?.whole.outcome;
    expect(outcome?.status === "computed" && roundHalfUp(outcome.value)).toBe("0.25");
    expect(rate?.units[1]?.flags).toEqual(["other_pool"]);
  });

  it("a further question has a distribution of its own", () => {
    const [table] = lineOf("online-guide", "u-1").tables;
    expect(table).toMatchObject({ question: "guide", n: 3 });
    expect(table?.answers.map(({ count }) => count)).toEqual([3, 0, 0]);
  });

  it("cases and items that nobody counted are unknown, not zero", () => {
    expect(lineOf("cases").flags).toEqual(["no_case_counts"]);
    const { tables, flags } = lineOf("coverage");
    expect(flags).toEqual(["no_item_counts"]);
    expect(tables.map(({ question, n, answers }) => [question, answers[0]?.count, n])).toEqual([
      ["units", 2, 3],
      ["channels", 2, 8],
    ]);
  });
});

describe("a questionnaire", () => {
  it("is told by type of respondent, and leaves who does not know out of every share", () => {
    const said = (respondent: string, answer: string, count: number) =>
      cell({
        stream: "opinions",
        group: "public",
        channel: "paper",
        question: `question/lawfulness/${respondent}`,
        answer,
        count,
      });
    const programme = county("haifeng-ten-thousand");
    const [statistic] = statisticsOf(
      programme,
      figuresWith({
        cells: [
          said("farmer", "satisfied", 7),
          said("farmer", "dont-know", 3),
          said("delegate", "basically", 2),
        ],
      }),
    );
    const tables = statistic?.whole.tables.filter(({ question }) => question === "lawfulness");
    expect(tables?.map(({ respondent, n }) => [respondent, n])).toEqual([
      ["delegate", 2],
      ["advisory-member", 0],
      ["government-office", 0],
      ["enterprise", 0],
      ["farmer", 7],
    ]);
  });
});
