import type { Decision, LedgerEntry, UnitSnapshot } from "../../../api/domain/model.ts";
import type { Answers } from "../../../schema/programme/answers.ts";
import type { Channel } from "../../../schema/programme/basics.ts";

/** A ballot on the clerk's desk. */
export interface Ballot {
  id: string;
  group: string;
  channel: Channel;
  /** Day of the visit, or of the vote. */
  on: string;
  answers: Answers;
  /** Voided by a decision: kept, and not counted. */
  voided?: boolean;
}

/** What one round leaves on the desk. */
export interface County {
  units: UnitSnapshot[];
  ballots: Ballot[];
  entries: LedgerEntry[];
  decisions: Decision[];
  volumes: Record<string, number>;
  window: { from: string; to: string };
}

/** What a round says about a unit. Fractions as text; null where there is no figure. */
export interface UnitVerdict {
  standing: "appraised" | "exempt" | "below-volume";
  figures: Record<string, string | null>;
  /** Ballots, or votes, that a figure of opinion rests on. */
  counts: Record<string, number>;
  total: string | null;
  rank: number | null;
  lists: string[];
  flags: string[];
}

export interface AwardVerdict {
  /** `recipient id (units through which)`, in order. */
  holders: string[];
  tied: boolean;
  state: "final" | "proposed" | "confirmed" | "any";
}

export interface Verdict {
  units: Record<string, UnitVerdict>;
  lists: Record<string, string[]>;
  /** Lists on which a tie at the cut took more units than there are places. */
  tiedLists: string[];
  awards: Record<string, AwardVerdict>;
  /** Points on yearly marks: `recipient id by unit` to a fraction. */
  marks: Record<string, string>;
}
