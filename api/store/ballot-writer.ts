import type { BallotState } from "../../schema/tables/urn.ts";

/** A judged ballot, ready for the urn. Its last two fields are read in the transaction and never stored. */
export interface NewBallot {
  serial: Uint8Array;
  round: string;
  instrument: string;
  group: string;
  channel: string;
  stream: string;
  visitedOn: string;
  version: number;
  token: Uint8Array | null;
  visit: Uint8Array | null;
  label: Uint8Array | null;
  state: BallotState;
  /** JSON list of why it is invalid. */
  reasons: string;
  /** Canonical JSON. */
  answers: string;
  /** JSON [[unit, question, answer, count, sum, sumOfSquares], …]. */
  cells: string;
  body: Uint8Array;
  salt: Uint8Array;
  credential: string | null;
  /** Epoch milliseconds of arrival, to tell a late ballot. */
  arrivedAt: number;
}

export type WriteOutcome =
  | {
      outcome: "stored" | "replayed";
      round: string;
      state: BallotState;
      salt: Uint8Array;
      answers: string;
    }
  | {
      outcome:
        | "serial_reused"
        | "credential_revoked"
        | "round_not_open"
        | "visit_already_rated"
        | "superseded"
        | "token_spent";
    };

/** Writes one ballot durably, exactly once. Rejects with `overloaded` or `storage_failed` refusals only. */
export interface BallotWriter {
  write(ballot: NewBallot): Promise<WriteOutcome>;
  /** Refuses new ballots, finishes those accepted, releases the file. */
  close(): Promise<void>;
}

/** What `ballotSql.read` tells after `insert`. */
export interface ReadRow {
  body: Uint8Array | ArrayBuffer | null;
  round: string | null;
  state: BallotState | null;
  salt: Uint8Array | ArrayBuffer | null;
  answers: string | null;
  revoked: number;
  open: number;
  visited: number;
  newest: number | null;
}

/** Reads the outcome off the row: the same for both adapters. `inserted` says whether this write stored it. */
export function outcomeOf(ballot: NewBallot, inserted: boolean, row: ReadRow): WriteOutcome {
  if (row.body && row.state && row.salt && row.round !== null && row.answers !== null) {
    if (!same(ballot.body, new Uint8Array(row.body))) return { outcome: "serial_reused" };
    const { round, state, answers } = row;
    return {
      outcome: inserted ? "stored" : "replayed",
      round,
      state,
      salt: new Uint8Array(row.salt),
      answers,
    };
  }
  if (row.revoked) return { outcome: "credential_revoked" };
  if (!row.open) return { outcome: "round_not_open" };
  if (row.visited) return { outcome: "visit_already_rated" };
  if (row.newest !== null && row.newest > ballot.version) return { outcome: "superseded" };
  return { outcome: "token_spent" };
}

function same(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
