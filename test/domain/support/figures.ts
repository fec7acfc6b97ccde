import type { Cell, RoundFigures, UnitSnapshot } from "../../../api/domain/model.ts";
import { mergeCells } from "../../../api/domain/tally.ts";
import { judge } from "../../../api/domain/validity.ts";
import type { Answers, Channel, Programme } from "../../../schema/programme.ts";

export function unit(id: string, parts: Partial<UnitSnapshot> = {}): UnitSnapshot {
  return {
    id,
    agency: "a-1",
    pool: "service",
    tags: [],
    system: "general",
    managedBy: "agency",
    ...parts,
  };
}

export function figuresWith(parts: Partial<RoundFigures> = {}): RoundFigures {
  return {
    units: [unit("u-1")],
    cells: [],
    entries: [],
    decisions: [],
    volumes: {},
    history: [],
    window: { from: "2024-01-01", to: "2024-12-31" },
    ...parts,
  };
}

export function cell(parts: Partial<Cell> = {}): Cell {
  return {
    unit: "u-1",
    group: "public",
    channel: "web",
    stream: "ratings",
    question: "level",
    answer: "",
    count: 1,
    sum: 0,
    sumOfSquares: 0,
    ...parts,
  };
}

/** Cells of so many ratings at each level. */
export function levelCells(counts: Record<string, number>, parts: Partial<Cell> = {}): Cell[] {
  return Object.entries(counts).map(([answer, count]) => cell({ answer, count, ...parts }));
}

export interface CastOptions {
  instrument?: string;
  group?: string;
  channel?: Channel;
  date?: string;
  units?: readonly UnitSnapshot[];
  lists?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Judges a ballot in a programme, with defaults for all that a test is not about. */
export function cast(programme: Programme, answers: Answers, options: CastOptions = {}) {
  const units = options.units ?? [unit("u-1"), unit("u-2")];
  return judge(answers, {
    programme,
    instrument: options.instrument ?? programme.instruments[0]?.id ?? "",
    group: options.group ?? "public",
    channel: options.channel ?? "web",
    date: options.date ?? "2024-07-01",
    units: new Map(units.map((snapshot) => [snapshot.id, snapshot])),
    lists: options.lists,
  });
}

/** Tallies ballots that must all be valid. */
export function tallyOf(
  programme: Programme,
  ballots: readonly Answers[],
  options: CastOptions = {},
): Cell[] {
  return mergeCells(
    ...ballots.map((answers) => {
      const verdict = cast(programme, answers, options);
      if (!verdict.valid) throw new Error(JSON.stringify(verdict.reasons));
      return verdict.cells;
    }),
  );
}
