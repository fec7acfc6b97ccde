import { describe, expect, it } from "vitest";
import { reasonTexts } from "../../../api/domain/validity.ts";
import type { Answers, AnswersOf } from "../../../schema/programme.ts";
import { type CastOptions, cast, unit } from "../support/figures.ts";
import {
  checklistForm,
  nominateForm,
  sheetForm,
  streamOf,
  surveyForm,
  voteForm,
} from "../support/forms.ts";
import { label, programmeWith, ratingForm } from "../support/programme.ts";

type Form = typeof ratingForm;

function reasonsOf(form: Form, answers: Answers, options: CastOptions = {}) {
  const programme = programmeWith({ instruments: [form], streams: [streamOf(form)] });
  const verdict = cast(programme, answers, options);
  return verdict.valid ? verdict.voided : verdict.reasons;
}

const lists = new Map([
  ["top", new Set(["u-1", "u-2"])],
  ["bottom", new Set(["u-3"])],
]);
const fourUnits = ["u-1", "u-2", "u-3", "u-4"].map((id) => unit(id));
const sheet = (points: Record<string, number>): Answers => ({
  kind: "sheet",
  unit: "u-1",
  points: { staff: 4.5, supervision: 8, "posted-place": 2.5, "posted-fees": 1, ...points },
});
const items = { sign: "met", receipt: "met", ramp: "not-applicable" } as const;
const vote = (best: string[], worst: string[]): Answers => ({
  kind: "best-and-worst",
  best,
  worst,
});

describe("a ballot that is not on its form is refused with a pointer to what is wrong", () => {
  const cases: [string, Form, Answers, { code: string; pointer: string }[]][] = [
    [
      "another kind of form",
      ratingForm,
      { kind: "checklist", unit: "u-1", items: {} },
      [{ code: "off_instrument", pointer: "/kind" }],
    ],
    [
      "an unknown level",
      ratingForm,
      { kind: "levels", unit: "u-1", level: "superb" },
      [{ code: "off_instrument", pointer: "/level" }],
    ],
    [
      "an unknown unit",
      ratingForm,
      { kind: "levels", unit: "u-9", level: "good" },
      [{ code: "unknown_unit", pointer: "/unit" }],
    ],
    [
      "an unknown question",
      ratingForm,
      { kind: "levels", unit: "u-1", level: "good", questions: { easy: "yes" } },
      [{ code: "off_instrument", pointer: "/questions/easy" }],
    ],
    [
      "an unknown reason",
      ratingForm,
      { kind: "levels", unit: "u-1", level: "poor", reasons: ["cold"] },
      [{ code: "off_instrument", pointer: "/reasons/0" }],
    ],
    [
      "an indicator of Object.prototype",
      sheetForm,
      sheet({ constructor: 1 }),
      [{ code: "off_instrument", pointer: "/points/constructor" }],
    ],
    [
      "too many points",
      sheetForm,
      sheet({ staff: 5 }),
      [{ code: "points_too_high", pointer: "/points/staff" }],
    ],
    [
      "points between steps",
      sheetForm,
      sheet({ staff: 4.3 }),
      [{ code: "points_not_in_step", pointer: "/points/staff" }],
    ],
    [
      "an incomplete sheet",
      sheetForm,
      { kind: "sheet", unit: "u-1", points: { staff: 1, supervision: 1, "posted-fees": 1 } },
      [{ code: "missing", pointer: "/points/posted-place" }],
    ],
    [
      "an incomplete checklist with an unknown item",
      checklistForm,
      { kind: "checklist", unit: "u-1", items: { sign: "met", receipt: "met", lift: "met" } },
      [
        { code: "off_instrument", pointer: "/items/lift" },
        { code: "missing", pointer: "/items/ramp" },
      ],
    ],
    [
      "an unknown type of respondent and answer",
      surveyForm,
      {
        kind: "questionnaire",
        unit: "u-1",
        respondent: "mayor",
        questions: { lawful: "very" },
      },
      [
        { code: "off_instrument", pointer: "/respondent" },
        { code: "off_instrument", pointer: "/questions/lawful" },
      ],
    ],
    [
      "a silent questionnaire",
      surveyForm,
      { kind: "questionnaire", unit: "u-1", questions: {} },
      [{ code: "empty", pointer: "/questions" }],
    ],
  ];
  it.each(cases)("%s", (_, form, answers, reasons) => {
    expect(reasonsOf(form, answers)).toEqual(reasons);
  });
});

describe("a vote marks exactly so many best and worst of the shortlist", () => {
  const judgeVote = (answers: Answers) => reasonsOf(voteForm, answers, { units: fourUnits, lists });
  it("counts marks on either list", () => {
    expect(judgeVote(vote(["u-1", "u-3"], ["u-2"]))).toEqual([]);
  });
  it("refuses one mark too few and one too many", () => {
    expect(judgeVote(vote(["u-1"], ["u-2", "u-3"]))).toEqual([
      { code: "wrong_number", pointer: "/best" },
      { code: "wrong_number", pointer: "/worst" },
    ]);
  });
  it("refuses a unit off the list, named twice, or both best and worst", () => {
    expect(judgeVote(vote(["u-1", "u-4"], ["u-2"]))).toEqual([
      { code: "not_shortlisted", pointer: "/best/1" },
    ]);
    expect(judgeVote(vote(["u-1", "u-1"], ["u-2"]))).toEqual([
      { code: "repeated", pointer: "/best/1" },
    ]);
    expect(judgeVote(vote(["u-1", "u-2"], ["u-2"]))).toEqual([
      { code: "best_and_worst", pointer: "/worst/0" },
    ]);
  });
});

describe("a nomination that does not count is void alone", () => {
  const good = { problems: ["cold"], case: { date: "2024-03-01" } };
  const nominate = (...nominations: AnswersOf<"nominate">["nominations"]): Answers => ({
    kind: "nominate",
    nominations,
  });
  const programme = programmeWith({
    groups: [
      {
        id: "public",
        label: label("public"),
        channels: ["web"],
        scope: { tags: ["tax"] },
      },
    ],
    instruments: [nominateForm],
    streams: [streamOf(nominateForm)],
  });
  const units = [...Array(12).keys()].map((n) =>
    unit(`u-${n}`, { tags: n === 11 ? ["land"] : ["tax"] }),
  );

  it("too early, later than the ballot, undated, without problem, out of scope, repeated", () => {
    const verdict = cast(
      programme,
      nominate(
        { unit: "u-1", ...good },
        { unit: "u-2", problems: ["cold"], case: { date: "2023-12-31" } },
        { unit: "u-3", problems: ["cold"], case: { date: "2024-07-02" } },
        { unit: "u-4", problems: ["cold"] },
        { unit: "u-5", problems: [], case: { date: "2024-03-01" } },
        { unit: "u-11", ...good },
        { unit: "u-1", ...good },
      ),
      { units },
    );
    if (!verdict.valid) throw new Error("the first nomination stands");
    expect(verdict.voided).toEqual([
      { code: "case_too_early", pointer: "/nominations/1/case/date" },
      { code: "case_in_future", pointer: "/nominations/2/case/date" },
      { code: "case_missing", pointer: "/nominations/3/case/date" },
      { code: "problem_missing", pointer: "/nominations/4/problems" },
      { code: "out_of_scope", pointer: "/nominations/5/unit" },
      { code: "repeated", pointer: "/nominations/6/unit" },
    ]);
    expect(verdict.cells.map(({ unit: id, question }) => `${id} ${question}`)).toEqual([
      " ballot",
      "u-1 nominated",
      "u-1 problem",
    ]);
  });

  it("more than ten void the whole ballot", () => {
    const eleven = [...Array(11).keys()].map((n) => ({ unit: `u-${n}`, ...good }));
    const verdict = cast(programme, nominate(...eleven), { units });
    expect(verdict).toEqual({
      valid: false,
      reasons: [{ code: "too_many_nominations", pointer: "/nominations" }],
    });
    expect(cast(programme, nominate(...eleven.slice(1)), { units }).valid).toBe(true);
  });

  it("a ballot on which nothing stands is void, and says of each part why", () => {
    const verdict = cast(programme, nominate({ unit: "u-11", ...good }), { units });
    expect(verdict).toEqual({
      valid: false,
      reasons: [
        { code: "empty", pointer: "/nominations" },
        { code: "out_of_scope", pointer: "/nominations/0/unit" },
      ],
    });
  });
});

describe("a ballot belongs to one stream", () => {
  const halves = programmeWith({
    streams: [
      { ...streamOf(ratingForm), id: "first", window: { from: "2024-01-01", to: "2024-06-30" } },
      { ...streamOf(ratingForm), id: "second", window: { from: "2024-07-01", to: "2024-11-30" } },
    ],
  });
  const rating: Answers = { kind: "levels", unit: "u-1", level: "good" };
  it("by its date, both ends included", () => {
    const streamOn = (date: string) => {
      const verdict = cast(halves, rating, { date });
      return verdict.valid ? verdict.stream : verdict.reasons[0]?.code;
    };
    expect(["2024-06-30", "2024-07-01", "2024-11-30", "2024-12-01"].map(streamOn)).toEqual([
      "first",
      "second",
      "second",
      "outside_window",
    ]);
  });
  it("only if its group is asked, through a channel of the group", () => {
    expect(cast(halves, rating, { group: "leaders" })).toMatchObject({
      reasons: [{ code: "group_not_asked" }],
    });
    expect(cast(halves, rating, { channel: "paper" })).toMatchObject({
      reasons: [{ code: "channel_not_offered" }],
    });
  });
});

it("every reason has a text in both languages", () => {
  for (const text of Object.values(reasonTexts)) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/^[A-Z].*\.$/);
  }
});

it("a complete checklist stands", () => {
  expect(reasonsOf(checklistForm, { kind: "checklist", unit: "u-1", items })).toEqual([]);
});
