import { Programme, type ProgrammeInput } from "../../../schema/programme.ts";

/** A label that says nothing more than its id. */
export function label(id: string) {
  return { zh: id, en: id };
}

export const fiveLevels = [
  { id: "excellent", label: label("excellent"), value: 100 },
  { id: "good", label: label("good"), value: 80 },
  { id: "fair", label: label("fair"), value: 60 },
  { id: "poor", label: label("poor"), value: 30, bad: true },
  { id: "terrible", label: label("terrible"), value: 0, bad: true },
];

export const threeLevels = [
  { id: "satisfied", label: label("satisfied"), value: 1 },
  { id: "basically", label: label("basically"), value: 0.6 },
  { id: "dissatisfied", label: label("dissatisfied"), value: 0, bad: true },
  { id: "unsure", label: label("unsure"), value: 0, outside: true },
];

export const ratingForm: ProgrammeInput["instruments"][number] = {
  kind: "levels",
  id: "rating",
  label: label("rating"),
  revote: "none",
  levels: fiveLevels,
};

const base: ProgrammeInput = {
  language: 1,
  id: "invented",
  version: "1",
  title: label("invented"),
  county: label("invented"),
  timeZone: "Asia/Shanghai",
  cycle: "quarterly",
  pools: [
    { id: "service", label: label("service") },
    { id: "enforcement", label: label("enforcement") },
  ],
  groups: [{ id: "public", label: label("public"), channels: ["web", "kiosk", "system_default"] }],
  instruments: [ratingForm],
  streams: [{ id: "ratings", label: label("ratings"), instrument: "rating", groups: ["public"] }],
  states: ["draft", "open", "published"],
  disclosure: { threshold: 10 },
  notes: [],
};

/** An invented programme that runs; tests replace the parts that they are about. */
export function programmeWith(parts: Partial<ProgrammeInput> = {}): Programme {
  return Programme.parse({ ...base, ...parts });
}
