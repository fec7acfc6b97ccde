import type { Programme } from "../../../schema/programme.ts";
import type { Cell, RoundFigures } from "../model.ts";
import { defaultChannel, isGiven } from "../tally/counts.ts";
import { mergeCells } from "../tally/cube.ts";
import { names } from "../tally/names.ts";
import { type View, type Visibility, visibilityOf } from "./visibility.ts";

/** What stands for all groups, or all channels, added up. */
export const all = "all";

/** The counters as they may be published: the coarsest cut that the rule of disclosure asks for, or none. */
export function publishedCells(
  programme: Programme,
  figures: Pick<RoundFigures, "cells" | "units">,
  visible: Visibility = visibilityOf(programme, figures),
): Cell[] {
  return mergeCells(figures.cells.flatMap((cell) => cutTo(cell, visible(cell.stream, cell.unit))));
}

/** A counter as far as a view shows it. */
export function cutTo(cell: Cell, view: View): Cell[] {
  if (view.ballots === undefined) return [];
  return isGiven(cell) ? [given(cell, view)] : filledIn(cell, view);
}

function given(cell: Cell, view: View): Cell {
  return {
    ...cell,
    channel: all,
    group: view.byGroup ? cell.group : all,
    ...(view.byRespondent ? {} : withoutRespondent(cell)),
  };
}

function filledIn(cell: Cell, view: View): Cell[] {
  if (!view.defaults) return [];
  return [{ ...cell, channel: defaultChannel, group: all, ...withoutRespondent(cell) }];
}

/** Questions are counted by type of respondent; without the types, their answers add up. */
export function withoutRespondent({ question, answer }: Cell): Pick<Cell, "question" | "answer"> {
  if (question === names.respondent) return { question, answer: "" };
  const [kind, id] = question.split("/");
  return {
    question: kind === "question" && id !== undefined ? names.question(id) : question,
    answer,
  };
}
