import { z } from "@hono/zod-openapi";
import type { Reader } from "./page.ts";
import type { Figure, NamedFigure, Round, Row } from "./published.ts";

/** What the reader looks for, from the address. */
export const Selection = z
  .object({
    q: z.string().trim().max(100).default(""),
    agency: z.string().max(64).default(""),
    sort: z.string().max(64).default("name"),
    order: z.enum(["asc", "desc"]).optional(),
  })
  .transform(({ order, ...rest }) => ({
    ...rest,
    descending:
      order === undefined ? !["name", "agency", "rank"].includes(rest.sort) : order === "desc",
  }));
export type Selection = z.infer<typeof Selection>;

export interface Column {
  id: string;
  label: string;
  numeric: boolean;
  /** Which end a reader wants to see first. */
  highestFirst: boolean;
  figureOf(row: Row): {
    figure?: Figure | undefined;
    interval?: NamedFigure["interval"] | undefined;
  };
}

const mostStatistics = 3;

/** Columns for what this round publishes: a total and ranks where it has them, else its first statistics. */
export function columnsOf(
  rows: readonly Row[],
  { statistics }: Round,
  { say, lang }: Reader,
): Column[] {
  const anyShown = (figureOf: Column["figureOf"]) =>
    rows.some((row) => figureOf(row).figure?.value !== undefined);
  const column = (id: string, label: string, figureOf: Column["figureOf"]): Column => ({
    id,
    label,
    numeric: true,
    highestFirst: id !== "rank",
    figureOf,
  });
  const none = () => ({});
  const figures = [
    column("rank", say("名次", "Rank"), ({ rank }) => ({ figure: rank })),
    column("total", say("总分", "Total"), ({ total }) => ({ figure: total })),
    ...statistics.map(({ id, label }) =>
      column(id, label[lang], (row) => row.statistics.find((it) => it.id === id) ?? {}),
    ),
  ].filter(({ figureOf }) => anyShown(figureOf));
  return [
    { id: "name", label: say("单位", "Unit"), numeric: false, highestFirst: false, figureOf: none },
    {
      id: "agency",
      label: say("部门", "Agency"),
      numeric: false,
      highestFirst: false,
      figureOf: none,
    },
    column("n", say("份数", "Ballots"), ({ n }) => ({ figure: n })),
    ...figures.slice(0, mostStatistics + 2),
  ];
}

/** The rows that fit, in the order asked for; those without a figure come last either way. */
export function select(
  rows: readonly Row[],
  columns: readonly Column[],
  { q, agency, sort, descending }: Selection,
): Row[] {
  const wanted = q.toLowerCase();
  const column = columns.find(({ id }) => id === sort);
  const direction = descending ? -1 : 1;
  return rows
    .filter(
      (row) =>
        (agency === "" || row.agency === agency) &&
        `${row.name} ${row.nameEn ?? ""} ${row.agencyName} ${row.unit}`
          .toLowerCase()
          .includes(wanted),
    )
    .sort((one, other) => {
      if (column === undefined || column.id === "name")
        return direction * compare(one.unit, other.unit);
      if (column.id === "agency") return direction * compare(one.agency, other.agency);
      const left = column.figureOf(one).figure?.value;
      const right = column.figureOf(other).figure?.value;
      if (left === undefined || right === undefined)
        return (
          Number(left === undefined) - Number(right === undefined) || compare(one.unit, other.unit)
        );
      return direction * (left - right) || compare(one.unit, other.unit);
    });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
