/** Turns ballots into counters, and adds counters up. */
export { type CellKey, cellsOf } from "./tally/ballot.ts";
export { badCount, badLevels, ballotCount, defaultChannel, isGiven } from "./tally/counts.ts";
export { cellKey, mergeCells, subtractCells } from "./tally/cube.ts";
export { names, populationQuestion, populationQuestions } from "./tally/names.ts";
