export { drawBallots, listDraws } from "./draw.ts";
export { listDecisions } from "./list.ts";
export { recordDecision } from "./record.ts";
export { fixShortlist } from "./shortlist.ts";
