import type { Programme } from "../../../schema/programme.ts";
import type {
  DecisionInput,
  LedgerEntryInput,
  ReportedBallot,
  Round,
  RoundDraft,
  Shortlist,
  UnitImport,
  VisitCount,
} from "../../../sdk/index.ts";

/** A ballot as somebody gave it; the serial comes when it is reported. */
export type GivenBallot = Omit<ReportedBallot, "serial">;

/** A past round as data: what people did in it. `play` takes it through the API to its result. */
export interface Script {
  document: Programme;
  round: RoundDraft;
  /** Agencies and units; an import for each date from which forms hold. */
  imports: readonly UnitImport[];
  visits?: readonly VisitCount[];
  ballots: readonly GivenBallot[];
  /** Sent online and refused with a reason; whoever sent one corrects it, and that one is among `ballots`. */
  refused?: readonly GivenBallot[];
  entries: readonly { ledger: string; entries: readonly LedgerEntryInput[] }[];
  /** Made while the round is open: who is named to a list. */
  named?: readonly DecisionInput[];
  /** Voting on the shortlist, once it is fixed. */
  vote?: { ballots: number; given: (lists: Shortlist["lists"]) => readonly GivenBallot[] };
  draw?: { stream: string; publicValue: string; role: string };
  /** Made once the ballots are counted: awards confirmed, or how many of them. */
  decided?: readonly DecisionInput[];
  /** States in which the result comes out, one release each. */
  publishIn: readonly Round["state"][];
}
