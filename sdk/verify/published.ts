import type { Cell, LedgerEntry, PastRound, RoundFigures } from "../../api/domain/model.ts";
import type { scoreRound } from "../../api/domain/scoring.ts";

/** A programme after its lists are filled in. */
export type Programme = Parameters<typeof scoreRound>[0];

export interface PublishedFigure {
  status: "shown" | "withheld" | "insufficient" | "not_computable";
  value?: number;
  reason?: string;
}

export interface PublishedInterval {
  status: "shown" | "no_interval";
  low?: number;
  high?: number;
  method?: string;
  reason?: string;
}

export interface NamedFigure {
  id: string;
  figure: PublishedFigure;
  n?: number;
  flags: readonly string[];
  interval: PublishedInterval;
}

export interface PublishedTable {
  id: string;
  answers: readonly { answer: string; count: PublishedFigure; share: PublishedFigure }[];
}

/** Of a unit's published result, what is compared. */
export interface PublishedUnit {
  unit: string;
  name: string;
  standing: string;
  n: PublishedFigure;
  total: PublishedFigure;
  rank: PublishedFigure;
  rankRange: { best: number; worst: number } | null;
  components: readonly NamedFigure[];
  statistics: readonly NamedFigure[];
  distributions: readonly PublishedTable[];
  lists: readonly string[];
  awards: readonly string[];
}

/** Of the round's own result, what is compared. */
export interface PublishedSummary {
  round: string;
  release: number;
  /** Where the programme lies. */
  method: string;
  units: { total: number; shown: number; insufficient: number };
  ballotsShown: number;
  statistics: readonly NamedFigure[];
  distributions: readonly PublishedTable[];
  lists: readonly { id: string; units: readonly { id: string }[] }[];
  awards: readonly {
    id: string;
    state: string;
    holders: readonly { recipient: string; id: string }[];
    flags: readonly string[];
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

/**
 * What else a round was scored from, as published: its units, dates, decisions, volumes and the rounds before, lists
 * where they were fixed, whose run is broken, and means that also rest on what is not shown.
 */
export type PublishedRound = Pick<
  RoundFigures,
  "units" | "window" | "decisions" | "volumes" | "history" | "lists"
> & {
  runs?: PastRound["runs"];
  means?: readonly { component: string; value: number }[];
};

/** Everything that a release holds for whoever recomputes it. */
export interface PublishedRelease {
  programme: Partial<Programme>;
  summary: PublishedSummary;
  units: readonly PublishedUnit[];
  tallies: readonly PublishedCell[];
  inputs: PublishedRound & PublishedLedgers;
}
