import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../../api/domain/model.ts";
import { mergeCells, subtractCells } from "../../../api/domain/tally.ts";
import type { Answers } from "../../../schema/programme.ts";
import { type CastOptions, tallyOf, unit } from "../support/figures.ts";
import {
  checklistForm,
  nominateForm,
  sheetForm,
  streamOf,
  surveyForm,
  voteForm,
} from "../support/forms.ts";
import { fiveLevels, programmeWith, type ratingForm } from "../support/programme.ts";

const units = ["u-1", "u-2", "u-3"].map((id) => unit(id));
const lists = new Map([["all", new Set(units.map(({ id }) => id))]]);

function brief(form: typeof ratingForm, ballots: Answers[], options: CastOptions = {}) {
  const programme = programmeWith({ instruments: [form], streams: [streamOf(form)] });
  const cells = tallyOf(programme, ballots, { units, lists, ...options });
  return cells.map(({ unit: id, question, answer, count, sum, sumOfSquares }) =>
    [id, question, answer, count, ...(sum ? [sum, sumOfSquares] : [])].join(" "),
  );
}

describe("what each form counts", () => {
  it("a sheet: n, sum and sum of squares for the total, each indicator and each part", () => {
    const sheet = (staff: number): Answers => ({
      kind: "sheet",
      unit: "u-1",
      points: { staff, supervision: 8.5, "posted-place": 2.5, "posted-fees": 1 },
    });
    expect(brief(sheetForm, [sheet(4.5), sheet(4)])).toEqual([
      "u-1 indicator/posted  2 700 245000",
      "u-1 indicator/staff  2 850 362500",
      "u-1 indicator/supervision  2 1700 1445000",
      "u-1 part/posted-fees  2 200 20000",
      "u-1 part/posted-place  2 500 125000",
      "u-1 total  2 3250 5282500",
    ]);
  });
  it("a checklist: the exact share of points met, without what does not apply", () => {
    const list = (ramp: "met" | "not-met" | "not-applicable"): Answers => ({
      kind: "checklist",
      unit: "u-1",
      items: { sign: "met", receipt: "not-met", ramp },
    });
    expect(
      brief(checklistForm, [list("met"), list("not-applicable"), list("not-met")]).filter((line) =>
        line.includes("share"),
      ),
    ).toEqual(["u-1 share 2/3 1", "u-1 share 3/5 1", "u-1 share 7/10 1"]);
  });
  it("a vote: best and worst of each unit, and the ballots, from which the middle follows", () => {
    const vote: Answers = { kind: "best-and-worst", best: ["u-1", "u-2"], worst: ["u-3"] };
    expect(brief(voteForm, [vote, vote])).toEqual([
      " ballot cast 2",
      "u-1 level satisfied 2",
      "u-2 level satisfied 2",
      "u-3 level dissatisfied 2",
    ]);
  });
  it("nominations: each unit, each of its problems, and the ballots", () => {
    const named = (id: string, problems: string[]) => ({
      unit: id,
      problems,
      case: { date: "2024-05-01" },
    });
    const ballot: Answers = {
      kind: "nominate",
      nominations: [named("u-1", ["cold", "greed"]), named("u-2", ["cold"])],
    };
    expect(brief(nominateForm, [ballot])).toEqual([
      " ballot cast 1",
      "u-1 nominated yes 1",
      "u-1 problem cold 1",
      "u-1 problem greed 1",
      "u-2 nominated yes 1",
      "u-2 problem cold 1",
    ]);
  });
  it("a questionnaire: answers by type of respondent", () => {
    const said = (respondent?: string): Answers => ({
      kind: "questionnaire",
      unit: "u-1",
      ...(respondent === undefined ? {} : { respondent }),
      questions: { lawful: "satisfied" },
    });
    expect(brief(surveyForm, [said("farmer"), said("farmer"), said()])).toEqual([
      "u-1 question/lawful satisfied 1",
      "u-1 question/lawful/farmer satisfied 2",
      "u-1 respondent  1",
      "u-1 respondent farmer 2",
    ]);
  });
});

describe("tallies are counters", () => {
  const programme = programmeWith();
  const ballot = fc.record({
    kind: fc.constant("levels" as const),
    unit: fc.constantFrom("u-1", "u-2"),
    level: fc.constantFrom(...fiveLevels.map((level) => level.id)),
  });
  const ballots = fc.array(ballot, { maxLength: 40 });

  it("the order of ballots never matters", () => {
    fc.assert(
      fc.property(ballots, fc.infiniteStream(fc.nat()), (cast, keys) => {
        const shuffled = cast
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((left, right) => left.key - right.key)
          .map(({ one }) => one);
        expect(tallyOf(programme, shuffled)).toEqual(tallyOf(programme, cast));
      }),
    );
  });
  it("merging tallies is tallying merged ballots", () => {
    fc.assert(
      fc.property(ballots, ballots, (left, right) => {
        const merged = mergeCells(tallyOf(programme, left), tallyOf(programme, right));
        expect(merged).toEqual(tallyOf(programme, [...left, ...right]));
      }),
    );
  });
  it("voiding and reinstating a ballot leaves the tally as it was", () => {
    fc.assert(
      fc.property(ballots, ballot, (others, one) => {
        const single: Cell[] = tallyOf(programme, [one]);
        const all = tallyOf(programme, [...others, one]);
        const voided = subtractCells(all, single);
        expect(voided).toEqual(tallyOf(programme, others));
        expect(mergeCells(voided, single)).toEqual(all);
      }),
    );
  });
  it("a platform's default answers are counted, in their own cells", () => {
    const rating: Answers = { kind: "levels", unit: "u-1", level: "excellent" };
    expect(tallyOf(programme, [rating], { channel: "system_default" })).toMatchObject([
      { channel: "system_default", count: 1 },
    ]);
  });
});
