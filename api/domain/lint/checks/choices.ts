import type { Finding, Programme } from "../../../../schema/programme.ts";
import { one } from "../../exact.ts";
import { finding } from "../finding.ts";
import { weightSums } from "../parts.ts";
import { segmentsOf } from "../tree.ts";

/** Choices that an announcement rarely settles, without a note that says how it was read. */
export function unexplainedChoices(programme: Programme): Finding[] {
  const noted = programme.notes.map(({ about }) => segmentsOf(about));
  return choicesOf(programme)
    .map((choice) => ({ ...choice, segments: segmentsOf(choice.path) }))
    .filter(({ segments }) => !noted.some((about) => concern(about, segments)))
    .map(({ path, pointer }) => finding("choice_without_note", pointer, { path }));
}

/** Whether one path leads through the other. */
function concern(first: readonly string[], second: readonly string[]): boolean {
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.every((name, index) => name === long[index]);
}

interface Choice {
  path: string;
  pointer: string;
}

function choicesOf(programme: Programme): Choice[] {
  const { shortlist, minimumVolume, lateRatingDays } = programme;
  const sums = weightSums(programme);
  const choices: Choice[] = [];
  if (minimumVolume) choices.push({ path: "minimumVolume", pointer: "/minimumVolume" });
  if (lateRatingDays !== undefined)
    choices.push({ path: "lateRatingDays", pointer: "/lateRatingDays" });
  if (shortlist?.carryIn)
    choices.push({ path: "shortlist/carryIn", pointer: "/shortlist/carryIn" });
  programme.streams.forEach(({ id, draw }, index) => {
    if (draw) choices.push({ path: `streams/${id}/draw`, pointer: `/streams/${index}/draw` });
  });
  programme.components.forEach((component, index) => {
    const path = `components/${component.id}`;
    const pointer = `/components/${index}`;
    if (component.kind === "levels-mean" && component.noBallots === "mean") {
      choices.push({ path: `${path}/noBallots`, pointer: `${pointer}/noBallots` });
    }
    if (component.kind === "sheet-mean" && !(sums.get(component.stream) ?? one).equals(one)) {
      choices.push({ path: `${path}/weights`, pointer: `${pointer}/weights` });
    }
  });
  return choices;
}
