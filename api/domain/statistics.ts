/** Figures that are published beside the scores. */
export type { StatisticFacts } from "./statistics/facts.ts";
export { statisticsOf } from "./statistics/statistics.ts";
