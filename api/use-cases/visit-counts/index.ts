export { listVisitCounts } from "./list.ts";
export { putVisitCounts } from "./put.ts";
