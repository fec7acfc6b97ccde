/** Decides what of a result may be public. */
export { isRunShown, type ShownAward } from "./disclosure/awards.ts";
export { besideEarlier } from "./disclosure/changes.ts";
export { disclose, type ShownRound } from "./disclosure/disclose.ts";
export { type Shown, type ShownInterval, shownInterval } from "./disclosure/figure.ts";
export { type LedgerTotal, type PublicLedgers, publicLedgers } from "./disclosure/ledgers.ts";
export { publishedMeans } from "./disclosure/means.ts";
export { statisticName, tableName } from "./disclosure/names.ts";
export type { ShownStatistic, ShownStatistics, ShownTable } from "./disclosure/statistics.ts";
export { all, publishedCells } from "./disclosure/tallies.ts";
export type { ShownComponent, ShownUnit } from "./disclosure/units.ts";
export { type Visibility, visibilityOf } from "./disclosure/visibility.ts";
