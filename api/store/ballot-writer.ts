import { z } from "zod";
import { type BallotState, ballotStates } from "../../schema/tables/urn.ts";

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
  /** JSON list of why it is invalid, or what is odd about it. */
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

/** What a receipt is made from. */
export interface RecordedBallot {
  round: string;
  instrument: string;
  group: string;
  channel: string;
  visitedOn: string;
  state: BallotState;
  salt: Uint8Array;
  /** Canonical JSON. */
  answers: string;
}

export type WriteOutcome =
  | { outcome: "stored"; recorded: RecordedBallot }
  | { outcome: "replayed"; recorded: RecordedBallot }
  | {
      outcome:
        | "serial_reused"
        | "credential_revoked"
        | "round_not_open"
        | "visit_already_rated"
        | "superseded"
        | "token_spent";
    };

/** Writes ballots durably, each exactly once. Rejects with `overloaded` or `storage_failed` refusals only. */
export interface BallotWriter {
  /** In order, with an outcome for each. When it rejects, the same ballots can be sent again as they are. */
  write(ballots: readonly NewBallot[]): Promise<WriteOutcome[]>;
  /** What writing this again would answer; undefined where nothing is recorded under the hash of the serial. */
  find(sent: Pick<NewBallot, "serial" | "body">): Promise<WriteOutcome | undefined>;
  /** Refuses new ballots, finishes those accepted, releases the file. */
  close(): Promise<void>;
}

const bytes = z
  .union([z.instanceof(Uint8Array), z.instanceof(ArrayBuffer)])
  .transform((raw) => new Uint8Array(raw));

/** The columns of a recorded ballot that a receipt needs, and its body's hash. */
const RecordedRow = z.object({
  body: bytes,
  round: z.string(),
  instrument: z.string(),
  group: z.string(),
  channel: z.string(),
  visitedOn: z.string(),
  state: z.enum(ballotStates),
  salt: bytes,
  answers: z.string(),
});

/** Why nothing was recorded. */
const RefusedRow = z.object({
  revoked: z.number(),
  open: z.number(),
  visited: z.number(),
  newest: z.number().nullable(),
});

const InsertedRow = z.object({ state: z.enum(ballotStates) });

/** What the three statements answered; a row that was not found, or not asked for, is absent. */
export interface Answered {
  inserted?: unknown;
  recorded?: unknown;
  refused?: unknown;
}

/** Reads the outcome off what the statements answered: the same for both adapters. */
export function outcomeOf(
  ballot: NewBallot,
  { inserted, recorded, refused }: Answered,
): WriteOutcome {
  if (inserted) return storedOutcome(ballot, InsertedRow.parse(inserted).state);
  const earlier = earlierOutcome(ballot, recorded);
  if (earlier) return earlier;
  const why = RefusedRow.parse(refused);
  if (why.revoked) return { outcome: "credential_revoked" };
  if (!why.open) return { outcome: "round_not_open" };
  if (why.visited) return { outcome: "visit_already_rated" };
  if (why.newest !== null && why.newest > ballot.version) return { outcome: "superseded" };
  return { outcome: "token_spent" };
}

function storedOutcome(ballot: NewBallot, state: BallotState): WriteOutcome {
  const { round, instrument, group, channel, visitedOn, salt, answers } = ballot;
  const recorded = { round, instrument, group, channel, visitedOn, state, salt, answers };
  return { outcome: "stored", recorded };
}

/** What a recorded ballot answers to whoever sends its serial again. */
export function earlierOutcome(
  { body }: Pick<NewBallot, "body">,
  recorded: unknown,
): WriteOutcome | undefined {
  if (!recorded) return undefined;
  const { body: first, ...row } = RecordedRow.parse(recorded);
  if (!sameBytes(body, first)) return { outcome: "serial_reused" };
  return { outcome: "replayed", recorded: row };
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
