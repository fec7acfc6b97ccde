/** Recomputes published results with the rules that the server ran. */
export type { Check, Verdict } from "./check.ts";
export { type UnitVerdict, type Verification, verify } from "./compare.ts";
export { DownloadError, downloadRelease, type Fetch, type ReleaseAddress } from "./download.ts";
export type { Gap, Gaps } from "./gaps.ts";
export type {
  Programme,
  PublishedCell,
  PublishedFigure,
  PublishedLedgers,
  PublishedRelease,
  PublishedRound,
  PublishedSummary,
  PublishedUnit,
} from "./published.ts";
export { type Recomputed, recompute } from "./recompute.ts";
export { reportLines } from "./report.ts";
export {
  type Changes,
  type Move,
  type PublicWhatIf,
  type Standing,
  whatIf,
} from "./what-if.ts";
