/** Scores a round exactly and says how. */
export { pastRoundOf, runsOf } from "./awards/history.ts";
export { exact, exactText, roundHalfUp, shownNumber } from "./exact.ts";
export { scoreRound } from "./round/score-round.ts";
export { ProgrammeFault } from "./scoring/context.ts";
