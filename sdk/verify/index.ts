/** Recomputes published results with the rules that the server ran. */
export { compare, type Difference, type UnitVerdict, type Verdict } from "./compare.ts";
export type {
  Programme,
  PublishedCell,
  PublishedFigure,
  PublishedLedgers,
  PublishedRound,
  PublishedUnit,
} from "./published.ts";
export { type Recomputed, recompute } from "./recompute.ts";
export { runVerify, type Verification, type VerifySettings } from "./run.ts";
