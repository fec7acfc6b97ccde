export { getBadge } from "./badge.ts";
export { getUnitHistory } from "./history.ts";
export { listTallies } from "./list-tallies.ts";
export { listUnitResults } from "./list-units.ts";
export type { FoundPage } from "./page.ts";
export { type Found, findFile } from "./release.ts";
