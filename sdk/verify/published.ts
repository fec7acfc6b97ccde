import type { Cell, LedgerEntry, RoundFigures } from "../../api/domain/model.ts";
import type { scoreRound } from "../../api/domain/scoring.ts";

/** A programme after its lists are filled in. */
export type Programme = Parameters<typeof scoreRound>[0];

export interface PublishedFigure {
  status: "shown" | "withheld" | "insufficient" | "not_computable";
  value?: number;
  reason?: string;
}

export interface NamedFigure {
  id: string;
  figure: PublishedFigure;
  flags: readonly string[];
}

/** Of a unit's published result, what is compared. */
export interface PublishedUnit {
  unit: string;
  name: string;
  standing: string;
  n: PublishedFigure;
  total: PublishedFigure;
  rank: PublishedFigure;
  components: readonly NamedFigure[];
  statistics: readonly NamedFigure[];
  distributions: readonly {
    id: string;
    answers: readonly { answer: string; count: PublishedFigure; share: PublishedFigure }[];
  }[];
}

/** A published counter. */
export type PublishedCell = Omit<Cell, "count" | "sum" | "sumOfSquares"> & {
  count: PublishedFigure;
  sum: PublishedFigure;
  sumOfSquares: PublishedFigure;
};

/** Published ledgers: facts, or sums where a fact could tell of a person. */
export interface PublishedLedgers {
  entries: readonly LedgerEntry[];
  totals: readonly {
    ledger: string;
    unit: string;
    entry?: string;
    on: string;
    entries: number;
    points: number;
  }[];
}

/** What else a round was scored from, as published: its units, dates, decisions, volumes, lists and the rounds before. */
export type PublishedRound = Pick<
  RoundFigures,
  "units" | "window" | "decisions" | "volumes" | "history" | "lists"
>;
