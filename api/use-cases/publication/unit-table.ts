import type { UnitResult } from "../../../schema/contract/result-shapes.ts";
import type { CsvValue } from "./csv.ts";

type Figure = UnitResult["total"];

/**
 * Results of units as a table, a row each. Every figure has two columns: its value, empty unless shown, and its status with the
 * reason. The columns are described in docs/files.md.
 */
export function unitTable(units: readonly UnitResult[]): {
  header: string[];
  rows: CsvValue[][];
} {
  const columns: [name: string, value: (unit: UnitResult) => CsvValue][] = [
    ["round", (unit) => unit.round],
    ["unit", (unit) => unit.unit],
    ["name", (unit) => unit.name],
    ["agency", (unit) => unit.agency],
    ["agency_name", (unit) => unit.agencyName],
    ["pool", (unit) => unit.pool],
    ["standing", (unit) => unit.standing],
    ...figure("n", (unit) => unit.n),
    ...figure("total", (unit) => unit.total),
    ...figure("rank", (unit) => unit.rank),
    ["rank_best", (unit) => unit.rankRange?.best],
    ["rank_worst", (unit) => unit.rankRange?.worst],
    ...idsOf(units, (unit) => unit.components).flatMap((id) =>
      figure(`component.${id}`, (unit) => find(unit.components, id)?.figure),
    ),
    ...idsOf(units, (unit) => unit.statistics).flatMap((id) =>
      figure(`statistic.${id}`, (unit) => find(unit.statistics, id)?.figure),
    ),
    ...idsOf(units, (unit) => unit.distributions).flatMap((id) =>
      answersOf(units, id).flatMap((answer) =>
        figure(
          `count.${id}.${answer}`,
          (unit) =>
            find(unit.distributions, id)?.answers.find((one) => one.answer === answer)?.count,
        ),
      ),
    ),
    ["lists", (unit) => unit.lists.join(" ")],
    ["awards", (unit) => unit.awards.join(" ")],
    ["flags", (unit) => unit.flags.join(" ")],
  ];
  return {
    header: columns.map(([name]) => name),
    rows: units.map((unit) => columns.map(([, value]) => value(unit))),
  };
}

function figure(
  name: string,
  of: (unit: UnitResult) => Figure | undefined,
): [string, (unit: UnitResult) => CsvValue][] {
  return [
    [name, (unit) => of(unit)?.value],
    [`${name}.status`, (unit) => statusOf(of(unit))],
  ];
}

function statusOf(figure: Figure | undefined): string | undefined {
  if (!figure) return undefined;
  return figure.reason === undefined ? figure.status : `${figure.status}:${figure.reason}`;
}

/** Ids in the order of their first appearance: of the programme, therefore. */
function idsOf(
  units: readonly UnitResult[],
  of: (unit: UnitResult) => readonly { id: string }[],
): string[] {
  return [...new Set(units.flatMap((unit) => of(unit).map(({ id }) => id)))];
}

function answersOf(units: readonly UnitResult[], id: string): string[] {
  return [
    ...new Set(
      units.flatMap(
        (unit) => find(unit.distributions, id)?.answers.map(({ answer }) => answer) ?? [],
      ),
    ),
  ];
}

function find<Item extends { id: string }>(items: readonly Item[], id: string): Item | undefined {
  return items.find((item) => item.id === id);
}
