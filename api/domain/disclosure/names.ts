import type { Programme } from "../../../schema/programme.ts";
import type { ShownStatistic, ShownTable } from "./statistics.ts";

/** The name under which a statistic, or a part of it, is published. */
export function statisticName({ id, part }: Pick<ShownStatistic, "id" | "part">): string {
  return part === undefined ? id : `${id}-${part}`;
}

/**
 * The name under which a table of answers is published: its statistic's, with the question where the statistic has
 * several, and the type of respondent where it is split by them.
 */
export function tableName(
  { statistics }: Programme,
  { id, question, respondent }: Pick<ShownTable, "id" | "question" | "respondent">,
): string {
  const statistic = statistics.find((one) => one.id === id);
  const single =
    ["level", "problem", "cases"].includes(question) ||
    (statistic?.kind === "distribution" && statistic.question !== undefined);
  const type = respondent === "" ? "unsaid" : respondent;
  return [id, ...(single ? [] : [question]), ...(type === undefined ? [] : [type])].join("-");
}
