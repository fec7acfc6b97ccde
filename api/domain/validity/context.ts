import type { Answers, Channel, Programme } from "../../../schema/programme.ts";
import type { Cell, UnitSnapshot } from "../model.ts";
import type { Reason } from "./reasons.ts";

/** What a ballot is judged against. */
export interface BallotContext {
  programme: Programme;
  instrument: string;
  group: string;
  channel: Channel;
  /** Date of the visit, else of the vote, in the county's time zone. */
  date: string;
  units: ReadonlyMap<string, UnitSnapshot>;
  /** Units on each list of the shortlist, once it is fixed. */
  lists?: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

/**
 * A valid ballot may still hold parts that are void (`voided`); `standing` is what is left of it, and is what counts.
 * Whether a partly void ballot is refused (online) or kept with its reasons (transcribed) is the caller's choice.
 */
export type Verdict =
  | {
      valid: true;
      stream: string;
      cells: Cell[];
      standing: Answers;
      voided: Reason[];
    }
  | { valid: false; reasons: Reason[] };

/** What the rules of one form find: reasons that void the whole, reasons that void parts, and what stands. */
export interface Finding<Kind extends Answers = Answers> {
  reasons: Reason[];
  voided: Reason[];
  standing: Kind;
}
