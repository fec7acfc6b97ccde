export { createRound } from "./create.ts";
export { getRound } from "./get.ts";
export { listRounds } from "./list.ts";
export { openRound } from "./open.ts";
