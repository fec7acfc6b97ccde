import type { RoundFigures } from "../../../api/domain/model.ts";
import type { Programme, ProgrammeInput } from "../../../schema/programme.ts";
import { entry } from "./entries.ts";
import { figuresWith, unit } from "./figures.ts";
import { label, programmeWith } from "./programme.ts";

/** A programme in which each unit's total is one mark of a score ledger, so that tests can set it. */
export function markProgramme(parts: Partial<ProgrammeInput> = {}): Programme {
  return programmeWith({
    ledgers: [
      {
        kind: "score",
        id: "marks",
        label: label("marks"),
        role: label("office"),
        range: { from: 0, to: 100 },
        decimals: 0,
        assessors: [{ id: "office", label: label("office"), weight: 1, scores: "every-unit" }],
      },
    ],
    components: [
      { kind: "ledger-score", id: "mark", label: label("mark"), points: 100, ledger: "marks" },
    ],
    total: { points: 100 },
    ranking: { by: "total", best: "highest", within: "all" },
    ...parts,
  });
}

/** Units `u-…` with these marks, in the order of the record. */
export function markFigures(
  marks: Record<string, number>,
  parts: Partial<RoundFigures> = {},
): RoundFigures {
  return figuresWith({
    units: Object.keys(marks).map((id) => unit(id)),
    entries: Object.entries(marks).map(([id, points]) =>
      entry({ ledger: "marks", assessor: "office", unit: id, points }),
    ),
    ...parts,
  });
}
