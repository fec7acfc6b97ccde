import {
  type ShownStatistics,
  type ShownTable,
  statisticName,
  tableName,
} from "../../api/domain/disclosure.ts";
import { type Check, checkFigure, checkValue, intervalText, withheld } from "./check.ts";
import type { Gap } from "./gaps.ts";
import type { NamedFigure, Programme, PublishedTable } from "./published.ts";
import type { Recomputed } from "./recompute.ts";

type Statistic = Programme["statistics"][number];

/** Published statistics and distributions of a unit, or of all units shown ("") together. */
export function checkStatistics(
  published: { statistics: readonly NamedFigure[]; distributions: readonly PublishedTable[] },
  own: ShownStatistics | undefined,
  unit: string,
  recomputed: Recomputed,
): Check[] {
  const { programme } = recomputed;
  const gapOf = (name: string) => gapFor(name, unit, recomputed);
  const figures = new Map(own?.figures.map((one) => [statisticName(one), one]));
  const tables = new Map(own?.tables.map((one) => [tableName(programme, one), one]));
  return [
    ...published.statistics.flatMap((one) => {
      const { id } = one;
      return checkNamed(`statistics/${id}`, one, figures.get(id), gapOf(id));
    }),
    ...published.distributions.flatMap((table) =>
      checkTable(table, tables.get(table.id), gapOf(table.id)),
    ),
    ...missing(`statistics`, figures.keys(), published.statistics, gapOf),
    ...missing(`distributions`, tables.keys(), published.distributions, gapOf),
  ];
}

/** A figure with its number of ballots and its interval. */
export function checkNamed(
  place: string,
  published: NamedFigure,
  own: Pick<NamedFigure, "figure" | "n" | "interval"> | undefined,
  gap: Gap | undefined,
  tolerance?: number,
): Check[] {
  const figure = checkFigure(place, published.figure, own?.figure, gap, tolerance);
  if (published.figure.status !== "shown" || gap) return [figure];
  return [
    figure,
    ...(published.n === undefined && own?.n === undefined
      ? []
      : [checkValue(`${place}/n`, published.n ?? "–", own?.n)]),
    checkValue(
      `${place}/interval`,
      intervalText(published.interval),
      own && intervalText(own.interval),
    ),
  ];
}

function checkTable(
  { id, answers }: PublishedTable,
  own: ShownTable | undefined,
  gap: Gap | undefined,
): Check[] {
  return answers.flatMap(({ answer, count, share }) => {
    const same = own?.answers.find((one) => one.answer === answer);
    return [
      checkFigure(`distributions/${id}/${answer}/count`, count, same?.count, gap),
      checkFigure(`distributions/${id}/${answer}/share`, share, same?.share, gap),
    ];
  });
}

/** What the rules publish and the release does not have. */
function missing(
  kind: string,
  names: Iterable<string>,
  published: readonly { id: string }[],
  gapOf: (name: string) => Gap | undefined,
): Check[] {
  const there = new Set(published.map(({ id }) => id));
  return [...names]
    .filter((name) => !there.has(name))
    .map((name): Check => {
      const gap = gapOf(name);
      const figure = `${kind}/${name}`;
      return gap
        ? withheld(figure, undefined, gap)
        : { figure, verdict: "different", reason: "not_published" };
    });
}

function gapFor(name: string, unit: string, recomputed: Recomputed): Gap | undefined {
  const statistic = statisticNamed(recomputed.programme.statistics, name);
  if (!statistic) return undefined;
  if (statistic.kind === "cases") return "facts_not_published";
  if (statistic.kind === "coverage")
    return coverageGap(name.slice(statistic.id.length + 1), recomputed);
  const { figures, gaps } = recomputed;
  if (unit !== "") return streamGap(statistic.stream, unit, gaps.visible);
  const gapsOfUnits = figures.units.map(({ id }) => streamGap(statistic.stream, id, gaps.visible));
  // Units whose ballots are not shown are in no figure over all units.
  return gapsOfUnits.find((gap) => gap !== undefined && gap !== "ballots_not_published");
}

function streamGap(
  stream: string,
  unit: string,
  visible: Recomputed["gaps"]["visible"],
): Gap | undefined {
  const { ballots, certain } = visible(stream, unit);
  if (ballots === undefined) return "ballots_not_published";
  return certain ? undefined : "scope_not_published";
}

/** Of all that could have been rated: channels are added up in the counters, and a unit that is not shown may be rated. */
function coverageGap(what: string, { programme, figures, gaps }: Recomputed): Gap | undefined {
  if (what === "items") return "facts_not_published";
  if (what === "channels") return "channels_not_published";
  const seen = figures.units.every(({ id }) =>
    programme.streams.some((stream) => gaps.visible(stream.id, id).ballots !== undefined),
  );
  return seen ? undefined : "other_units_not_published";
}

/** The statistic of which a published name is, or is a part. */
function statisticNamed(statistics: readonly Statistic[], name: string): Statistic | undefined {
  return statistics
    .filter(({ id }) => name === id || name.startsWith(`${id}-`))
    .sort((left, right) => right.id.length - left.id.length)[0];
}
