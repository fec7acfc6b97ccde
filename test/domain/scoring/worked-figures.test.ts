import { describe, expect, it } from "vitest";
import type { Cell, LedgerEntry } from "../../../api/domain/model.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import { county } from "../support/counties.ts";
import { entry } from "../support/entries.ts";
import { cell, figuresWith, levelCells, unit } from "../support/figures.ts";
import { componentOf, componentShown, shown, unitOf } from "../support/results.ts";

describe("the worked figures of the five counties, to four decimals", () => {
  it("Dianjiang: five levels less two points is 77", () => {
    const result = scoreRound(
      county("dianjiang-dianping"),
      figuresWith({
        cells: levelCells(
          { "very-good": 4, good: 3, fair: 2, poor: 1, "very-poor": 0 },
          { stream: "opinion", group: "people-served", channel: "sms" },
        ),
        entries: [entry({ ledger: "other-evidence", entry: "real-name-report", points: 2 })],
      }),
    );
    expect(componentShown(result, "u-1", "opinion-score")).toBe("79");
    expect(shown(unitOf(result, "u-1").total)).toBe("77");
  });

  const satisfaction = (id: string, counts: [number, number, number]): Cell[] =>
    levelCells(
      { satisfied: counts[0], basically: counts[1], dissatisfied: counts[2] },
      { unit: id, stream: "first-half", group: "service-objects", channel: "phone" },
    );
  const pingyang = (parts: { cells?: Cell[]; entries?: LedgerEntry[] } = {}) =>
    scoreRound(
      county("pingyang-thousand"),
      figuresWith({
        units: ["u-1", "u-2", "u-3"].map((id) => unit(id, { managedBy: "dual", township: "t-1" })),
        lists: [
          { list: "top", units: ["u-1"] },
          { list: "bottom", units: [] },
        ],
        window: { from: "2020-01-01", to: "2020-12-31" },
        ...parts,
      }),
    );

  it("Pingyang: a small sample is filled up with the mean of all units", () => {
    const result = pingyang({
      cells: [
        ...satisfaction("u-1", [40, 8, 2]),
        ...satisfaction("u-2", [10, 5, 5]),
        ...satisfaction("u-3", [25, 3, 2]),
      ],
    });
    const figure = (id: string) => componentShown(result, id, "satisfaction-half-year");
    expect([figure("u-1"), figure("u-2"), figure("u-3")]).toEqual(["22.4", "19.1044", "22.3333"]);
    const small = componentOf(result, "u-2", "satisfaction-half-year");
    expect(small.flags).toEqual(["small_sample"]);
    const inputs = Object.fromEntries(
      small.trace.at(-1)?.inputs.map(({ name, value }) => [name, value]) ?? [],
    );
    // 20.3278 is 3659/180 when it is written exactly.
    expect(inputs).toMatchObject({ own: "16.25", mean: "3659/180" });
  });

  it("Pingyang: a unit without a vote takes the mean, flagged; without any vote nothing is computed", () => {
    const one = pingyang({ cells: satisfaction("u-1", [40, 8, 2]) });
    expect(componentShown(one, "u-2", "satisfaction-half-year")).toBe("22.4");
    expect(componentOf(one, "u-2", "satisfaction-half-year").flags).toEqual([
      "no_ballots",
      "mean_used",
    ]);
    expect(componentShown(pingyang(), "u-2", "satisfaction-half-year")).toBe("no_ballots");
  });

  it("Pingyang: the complaint sheet of one quarter gives 4.45", () => {
    const complaint = (kind: string, points: number, modifiers: string[] = []) =>
      entry({ ledger: "complaints", entry: kind, points, modifiers, on: "2020-01-15" });
    const programme = county("pingyang-thousand");
    const oneQuarter = {
      ...programme,
      components: programme.components.map((component) =>
        component.kind === "deduction-sheet" && component.id === "complaint-platform"
          ? {
              ...component,
              parts: component.parts.map((part) =>
                part.periods ? { ...part, periods: part.periods.slice(0, 1) } : part,
              ),
            }
          : component,
      ),
    };
    const figures = figuresWith({
      entries: [
        complaint("style", 4),
        complaint("late-reply", 1),
        complaint("late-reply", 1),
        complaint("late-reply", 1),
        complaint("shirking", 2),
        complaint("poor-quality", 4, ["co-handler"]),
      ],
    });
    expect(componentShown(scoreRound(oneQuarter, figures), "u-1", "complaint-platform")).toBe(
      "4.45",
    );
    // With its four quarters: handling is the mean of 83, 90, 90, 90.
    expect(componentShown(scoreRound(programme, figures), "u-1", "complaint-platform")).toBe(
      "4.7125",
    );
  });

  it("Pingyang: a vote of 120, 300, 80 gives 9", () => {
    const mark = (answer: string, count: number) =>
      cell({ stream: "online-vote", group: "voters-served", answer, count });
    const result = pingyang({
      cells: [
        cell({ stream: "online-vote", unit: "", question: "ballot", answer: "cast", count: 500 }),
        mark("satisfied", 120),
        mark("dissatisfied", 80),
      ],
    });
    expect(componentShown(result, "u-1", "online-vote")).toBe("9");
    expect(componentShown(result, "u-2", "online-vote")).toBe("not_shortlisted");
  });

  it("Pingyang: 4.6 and 3.8 of a dual-managed unit weigh two to one", () => {
    const mark = (assessor: string, points: number) =>
      entry({ ledger: "supervisors", assessor, points });
    const result = pingyang({ entries: [mark("agency", 4.6), mark("township", 3.8)] });
    expect(componentShown(result, "u-1", "supervising-agency")).toBe("4.3333");
  });

  const haifengCells = [80, 75, 70, 72, 68].map((mean, index) =>
    cell({
      stream: "sheets",
      group: ["county-leaders", "county-offices", "townships", "delegates", "public"][index] ?? "",
      channel: "paper",
      question: "total",
      count: 2,
      sum: mean * 200,
      sumOfSquares: 2 * (mean * 100) ** 2,
    }),
  );

  it("Haifeng: weights of 95 % are literal (68.55) or normalised (72.1579); with 8 points 80.1579", () => {
    const programme = county("haifeng-ten-thousand");
    const figures = figuresWith({
      cells: haifengCells,
      entries: [entry({ ledger: "leading-group-points", assessor: "leading-group", points: 8 })],
    });
    const literal = {
      ...programme,
      components: programme.components.map((component) =>
        component.kind === "sheet-mean" ? { ...component, weights: "literal" as const } : component,
      ),
    };
    expect(componentShown(scoreRound(literal, figures), "u-1", "sheet-score")).toBe("68.55");
    const result = scoreRound(programme, figures);
    expect(componentShown(result, "u-1", "sheet-score")).toBe("72.1579");
    expect(shown(unitOf(result, "u-1").total)).toBe("80.1579");
  });
});
