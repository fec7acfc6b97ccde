/** Recomputes published results with the rules that the server ran. */
export { compare, type Difference, type UnitVerdict, type Verdict } from "./verify/compare.ts";
export type {
  Programme,
  PublishedCell,
  PublishedFigure,
  PublishedLedgers,
  PublishedRound,
  PublishedUnit,
} from "./verify/published.ts";
export { type Recomputed, recompute } from "./verify/recompute.ts";
export { runVerify, type Verification, type VerifySettings } from "./verify/run.ts";
