/** Judges ballots: which stream one belongs to, what in it counts, and why something does not. */
export type { BallotContext, Verdict } from "./validity/context.ts";
export { judge } from "./validity/judge.ts";
export { type Reason, type ReasonCode, reasonTexts } from "./validity/reasons.ts";
