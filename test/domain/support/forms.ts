import type { ProgrammeInput } from "../../../schema/programme.ts";
import { label, threeLevels } from "./programme.ts";

type Form = ProgrammeInput["instruments"][number];

export const sheetForm: Form = {
  kind: "sheet",
  id: "sheet",
  label: label("sheet"),
  revote: "none",
  step: 0.5,
  rules: [
    {
      id: "open",
      label: label("open"),
      points: 18,
      indicators: [
        { id: "staff", label: label("staff"), points: 4.5 },
        { id: "supervision", label: label("supervision"), points: 8.5 },
        {
          id: "posted",
          label: label("posted"),
          points: 5,
          parts: [
            { id: "posted-place", label: label("posted-place"), points: 2.5 },
            { id: "posted-fees", label: label("posted-fees"), points: 2.5 },
          ],
        },
      ],
    },
  ],
};

export const checklistForm: Form = {
  kind: "checklist",
  id: "check",
  label: label("check"),
  revote: "none",
  items: [
    { id: "sign", label: label("sign"), points: 60 },
    { id: "receipt", label: label("receipt"), points: 30 },
    { id: "ramp", label: label("ramp"), points: 10 },
  ],
};

export const nominateForm: Form = {
  kind: "nominate",
  id: "nomination",
  label: label("nomination"),
  revote: "none",
  most: 10,
  problems: ["cold", "idle", "greed"].map((id) => ({ id, label: label(id) })),
  case: { required: true, notBefore: "2024-01-01" },
};

const [best, other, worst] = threeLevels;
if (!best || !other || !worst) throw new Error("three levels");

export const voteForm: Form = {
  kind: "best-and-worst",
  id: "vote",
  label: label("vote"),
  revote: "none",
  best: 2,
  worst: 1,
  among: "shortlist",
  levels: { best, other, worst },
};

export const surveyForm: Form = {
  kind: "questionnaire",
  id: "survey",
  label: label("survey"),
  revote: "none",
  respondents: [
    { id: "farmer", label: label("farmer") },
    { id: "delegate", label: label("delegate") },
  ],
  questions: [{ id: "lawful", label: label("lawful"), options: threeLevels }],
  suggestions: true,
};

/** One stream over one form, for the group `public`. */
export function streamOf(form: Form): ProgrammeInput["streams"][number] {
  return { id: "ratings", label: label("ratings"), instrument: form.id, groups: ["public"] };
}
