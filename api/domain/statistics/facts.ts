import type { Programme, Statistic } from "../../../schema/programme.ts";
import type { RoundFigures } from "../model.ts";
import type { AnswerTable, Flag, StatisticLine } from "../result.ts";
import { defaultChannel, isGiven } from "../tally/counts.ts";

/** What some statistics need besides ballots. What is absent is unknown, and said so. */
export interface StatisticFacts {
  /** Cases of the round by unit and by what became of them: `opened`, `verified`, `excluded`… */
  cases?: readonly { unit: string; counts: Readonly<Record<string, number>> }[];
  /** Service items offered, and items with at least one ballot. */
  items?: { offered: number; rated: number };
}

const noMethod = { status: "no_interval", reason: "no_method" } as const;

/** Cases opened, verified, excluded, rectified and overdue, by unit and in all. */
export function caseCounts(
  statistic: Extract<Statistic, { kind: "cases" }>,
  { units }: RoundFigures,
  { cases }: StatisticFacts,
): { whole: StatisticLine; units: StatisticLine[] } {
  const lineFor = (name: string, ids: ReadonlySet<string>): StatisticLine => {
    if (!cases) return line(name, [], ["no_case_counts"]);
    const own = cases.filter(({ unit }) => ids.has(unit));
    const answers = statistic.counts.map((answer) => ({
      answer,
      count: own.reduce((total, { counts }) => total + (counts[answer] ?? 0), 0),
      outside: false,
    }));
    const opened = own.reduce((total, { counts }) => total + (counts.opened ?? 0), 0);
    return line(name, [{ question: "cases", n: opened, answers }], []);
  };
  return {
    whole: lineFor("", new Set(units.map(({ id }) => id))),
    units: units.map(({ id }) => lineFor(id, new Set([id]))),
  };
}

/** Of all that could have been rated, how much was: items, units, channels. */
export function coverage(
  statistic: Extract<Statistic, { kind: "coverage" }>,
  programme: Programme,
  figures: RoundFigures,
  { items }: StatisticFacts,
): StatisticLine {
  const rated = figures.cells.filter((cell) => isGiven(cell) && cell.count > 0);
  const offered = new Set(
    programme.groups.flatMap(({ channels }) => channels).filter((one) => one !== defaultChannel),
  );
  const parts = {
    items: items && { covered: items.rated, all: items.offered },
    units: {
      covered: new Set(rated.map(({ unit }) => unit).filter((unit) => unit !== "")).size,
      all: figures.units.length,
    },
    channels: { covered: new Set(rated.map(({ channel }) => channel)).size, all: offered.size },
  };
  const tables = statistic.of.flatMap((what) => {
    const part = parts[what];
    if (!part) return [];
    const answers = [{ answer: "covered", count: part.covered, outside: false }];
    return [{ question: what, n: part.all, answers }];
  });
  return line("", tables, tables.length < statistic.of.length ? ["no_item_counts"] : []);
}

function line(unit: string, tables: AnswerTable[], flags: Flag[]): StatisticLine {
  const n = tables[0]?.n ?? 0;
  return { unit, n, interval: noMethod, tables, defaults: 0, flags };
}
