/** What the rules work on: plain values, loaded by use cases or read from published files. */

/** A unit as the round froze it. */
export interface UnitSnapshot {
  id: string;
  agency: string;
  pool: string;
  tags: readonly string[];
  /** The system whose list it runs on: `general`, `health`, `financial`… */
  system: string;
  /** The township that manages it, alone or with the agency. Declared, never guessed. */
  township?: string;
  managedBy: "agency" | "township" | "dual";
}

/**
 * One counter of the tally cube. Cubes add up cell by cell, in any order.
 * `unit` is "" where the ballot as a whole is counted. For points, `sum` is in hundredths
 * and `sumOfSquares` in ten-thousandths, so that both stay whole numbers.
 */
export interface Cell {
  unit: string;
  group: string;
  channel: string;
  stream: string;
  question: string;
  answer: string;
  count: number;
  sum: number;
  sumOfSquares: number;
}

/** A dated fact or a mark. A counter-entry names the entry that it cancels and is never edited itself. */
export interface LedgerEntry {
  id: string;
  ledger: string;
  unit: string;
  /** Catalogue entry, for ledgers of points. */
  entry?: string;
  /** Assessor, for ledgers of scores. */
  assessor?: string;
  /** Points as recorded, before modifiers; a decimal. */
  points: number;
  modifiers: readonly string[];
  /** Date of the fact. */
  on: string;
  /** Entries that share a deed are about the same fact. */
  deed?: string;
  cancels?: string;
}

/** A recorded decision of a role: it confirms an award, says how many, or names units to a list. */
export interface Decision {
  id: string;
  kind: "confirm-award" | "award-count" | "name-to-list";
  /** The award or the list decided about. */
  about: string;
  count?: number;
  units?: readonly string[];
  /** Name of a role, never of a person. */
  role: string;
  reason: string;
}

/** What later rounds need to know of an earlier one. Oldest first in a history. */
export interface PastRound {
  round: string;
  awards: readonly { award: string; unit: string }[];
  /** Valid and bad ballots by unit and stream, and whether a ledger entry broke the run. */
  runs: readonly {
    unit: string;
    stream: string;
    ballots: number;
    bad: number;
    broken: boolean;
    /** True where its round showed none of these ballots, few or many. */
    hidden?: boolean | undefined;
  }[];
  volumes: Readonly<Record<string, number>>;
}

/** Everything a round is scored from. */
export interface RoundFigures {
  units: readonly UnitSnapshot[];
  cells: readonly Cell[];
  entries: readonly LedgerEntry[];
  decisions: readonly Decision[];
  /** Matters or visits by unit in this round; a unit that is absent is unknown. */
  volumes: Readonly<Record<string, number>>;
  /** The rounds of this programme before this one, oldest first. */
  history: readonly PastRound[];
  /** The shortlist as it was fixed when voting on it opened; computed where it is absent. */
  lists?: readonly { list: string; units: readonly string[] }[] | undefined;
  /** Means over all units by component, where a release states them; computed where they are absent. */
  means?: Readonly<Record<string, number>> | undefined;
  /** The round's own dates, both inclusive. */
  window: { from: string; to: string };
}
