import fc from "fast-check";
import type { Cell, LedgerEntry, RoundFigures } from "../../../api/domain/model.ts";
import { entry } from "./entries.ts";
import { cell, figuresWith, levelCells, unit } from "./figures.ts";

const ids = ["u-1", "u-2", "u-3", "u-4", "u-5"];
export const pingyangUnits = ids.map((id, index) =>
  unit(id, { managedBy: index % 2 ? "dual" : "agency", township: "t-1" }),
);

const halves = fc.constantFrom("first-half", "second-half");
const votes = fc.nat(60);

const satisfaction = fc
  .tuple(fc.constantFrom(...ids), halves, votes, votes, votes)
  .map(([of, stream, satisfied, basically, dissatisfied]): Cell[] =>
    levelCells(
      { satisfied, basically, dissatisfied },
      { unit: of, stream, group: "service-objects", channel: "phone" },
    ),
  );

const facts = fc
  .record({
    unit: fc.constantFrom(...ids),
    kind: fc.constantFrom("style", "late-reply", "poor-quality", "urgent-ignored"),
    points: fc.integer({ min: 1, max: 5 }),
    month: fc.integer({ min: 1, max: 9 }),
    modifiers: fc.constantFrom<string[]>([], ["co-handler"]),
  })
  .map(({ unit: of, kind, points, month, modifiers }) =>
    entry({
      ledger: "complaints",
      unit: of,
      entry: kind,
      points,
      modifiers,
      on: `2020-0${month}-11`,
    }),
  );

const marks: LedgerEntry[] = ids.flatMap((of) =>
  ["agency", "township"].map((assessor, index) =>
    entry({ ledger: "supervisors", unit: of, assessor, points: 3 + index }),
  ),
);

/** Rounds of five units with satisfaction, complaints, marks and a vote. */
export const pingyangRounds: fc.Arbitrary<RoundFigures> = fc
  .tuple(fc.array(satisfaction, { maxLength: 12 }), fc.array(facts, { maxLength: 30 }))
  .map(([cells, entries]) =>
    figuresWith({
      units: pingyangUnits,
      cells: [
        ...cells.flat(),
        cell({ stream: "online-vote", unit: "", question: "ballot", answer: "cast", count: 80 }),
        cell({ stream: "online-vote", unit: "u-1", answer: "satisfied", count: 31 }),
        cell({ stream: "online-vote", unit: "u-2", answer: "dissatisfied", count: 7 }),
      ],
      entries: [...entries, ...marks],
      lists: [
        { list: "top", units: ["u-1", "u-3"] },
        { list: "bottom", units: ["u-2", "u-4"] },
      ],
      window: { from: "2020-01-01", to: "2020-12-31" },
    }),
  );
