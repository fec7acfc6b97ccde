import type { Channel, Instrument } from "../../../schema/programme.ts";
import type { Cell } from "../model.ts";
import { names, populationQuestion } from "./names.ts";

/** A platform's answer for people who said nothing. Counted and published apart, never scored. */
export const defaultChannel: Channel = "system_default";

/** Whether a cell may enter a score. */
export function isGiven(cell: Cell): boolean {
  return cell.channel !== defaultChannel;
}

/** Number of ballots in some cells of one form, however they were given. */
export function ballotCount(cells: Iterable<Cell>, instrument: Instrument): number {
  const question = populationQuestion(instrument.kind);
  let total = 0;
  for (const cell of cells) if (cell.question === question) total += cell.count;
  return total;
}

/** The names of the levels that a form calls bad. */
export function badLevels(instrument: Instrument): ReadonlySet<string> {
  const levels =
    instrument.kind === "levels"
      ? instrument.levels
      : instrument.kind === "best-and-worst"
        ? Object.values(instrument.levels)
        : [];
  return new Set(levels.filter((level) => level.bad).map((level) => level.id));
}

/** Number of bad ratings in some cells of one form. */
export function badCount(cells: Iterable<Cell>, instrument: Instrument): number {
  const bad = badLevels(instrument);
  let total = 0;
  for (const cell of cells) {
    if (cell.question === names.level && bad.has(cell.answer)) total += cell.count;
  }
  return total;
}
