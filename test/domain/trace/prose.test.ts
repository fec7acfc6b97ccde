import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreRound } from "../../../api/domain/scoring.ts";
import { flagTexts, traceProse } from "../../../api/domain/trace.ts";
import { county } from "../support/counties.ts";
import { entry } from "../support/entries.ts";
import { figuresWith, levelCells, unit } from "../support/figures.ts";
import { pingyangRounds } from "../support/pingyang.ts";
import { unitOf } from "../support/results.ts";

describe("a trace, told in sentences", () => {
  const programme = county("dianjiang-dianping");
  const result = unitOf(
    scoreRound(
      programme,
      figuresWith({
        cells: levelCells(
          { "very-good": 4, good: 3, fair: 2, poor: 1 },
          { stream: "opinion", group: "people-served", channel: "sms" },
        ),
        entries: [entry({ ledger: "other-evidence", entry: "real-name-report", points: 2 })],
      }),
    ),
    "u-1",
  );
  const tell = (language: "zh" | "en") =>
    traceProse(programme, result, language).map(({ title, sentences }) => [title, ...sentences]);

  it("in English", () => {
    expect(tell("en")).toMatchSnapshot();
  });
  it("in Chinese", () => {
    expect(tell("zh")).toMatchSnapshot();
  });
});

describe("every step and every flag can be told", () => {
  const programme = county("pingyang-thousand");
  it("in both languages, without a hole or an exact fraction", () => {
    fc.assert(
      fc.property(pingyangRounds, (figures) => {
        for (const one of scoreRound(programme, figures).units) {
          for (const language of ["zh", "en"] as const) {
            const paragraphs = traceProse(programme, one, language);
            expect(paragraphs.map(({ id }) => id)).toEqual(
              expect.arrayContaining(one.components.map(({ id }) => id)),
            );
            const told = paragraphs.flatMap(({ sentences }) => sentences);
            expect(paragraphs.filter(({ sentences }) => sentences.length === 0)).toEqual([]);
            expect(told.join("\n")).not.toMatch(/undefined|NaN|\d\/\d/);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
  it("a small sample, two assessors, a sheet by quarters and a missing mark", () => {
    const figures = figuresWith({
      units: [unit("u-1", { managedBy: "dual", township: "t-1" }), unit("u-2")],
      cells: levelCells(
        { satisfied: 10, basically: 5, dissatisfied: 5 },
        { stream: "first-half", group: "service-objects", channel: "sms" },
      ),
      entries: [
        entry({ ledger: "supervisors", assessor: "agency", points: 4.6 }),
        entry({ ledger: "supervisors", assessor: "township", points: 3.8 }),
        entry({
          ledger: "complaints",
          entry: "shirking",
          points: 2,
          modifiers: ["co-handler"],
          on: "2020-04-01",
        }),
      ],
      lists: [],
      window: { from: "2020-01-01", to: "2020-12-31" },
    });
    const result = scoreRound(programme, figures);
    expect(
      ["u-1", "u-2"].map((id) => traceProse(programme, unitOf(result, id), "en")),
    ).toMatchSnapshot();
  });
  it("every flag has a text in both languages", () => {
    for (const text of Object.values(flagTexts)) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[A-Z].*\.$/);
    }
  });
});
