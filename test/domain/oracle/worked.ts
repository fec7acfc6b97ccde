import type { County } from "./county.ts";

const levels = [
  ...Array.from({ length: 4 }, () => "very-good"),
  ...Array.from({ length: 3 }, () => "good"),
  ...Array.from({ length: 2 }, () => "fair"),
  "poor",
];

/** The worked figure of Dianjiang: 4, 3, 2, 1, 0 ballots from best to worst, and two ledger points. */
export const workedDianjiang: County = {
  units: [
    { id: "u-1", agency: "a-1", pool: "service", tags: [], system: "general", managedBy: "agency" },
  ],
  ballots: levels.map((level, index) => ({
    id: `b${index}`,
    group: "new-business",
    channel: "phone",
    on: "2022-02-01",
    answers: { kind: "levels", unit: "u-1", level },
  })),
  entries: [
    {
      id: "e1",
      ledger: "other-evidence",
      unit: "u-1",
      entry: "real-name-report",
      points: 2,
      modifiers: [],
      on: "2022-02-02",
    },
  ],
  decisions: [],
  volumes: { "u-1": 12 },
  window: { from: "2022-01-01", to: "2022-03-31" },
};
