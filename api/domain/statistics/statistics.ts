import type { Programme, Statistic } from "../../../schema/programme.ts";
import { groupBy } from "../group-by.ts";
import type { Cell, RoundFigures } from "../model.ts";
import type { StatisticLine, StatisticResult } from "../result.ts";
import { contextOf, instrumentOf, type ScoringContext } from "../scoring/context.ts";
import { ballotCount, isGiven } from "../tally/counts.ts";
import { caseCounts, coverage, type StatisticFacts } from "./facts.ts";
import { levelRate, ratingRate } from "./rates.ts";
import { tablesOf } from "./tables.ts";

/** The figures that are published beside the scores and never enter them. */
export function statisticsOf(
  programme: Programme,
  figures: RoundFigures,
  facts: StatisticFacts = {},
): StatisticResult[] {
  const context = contextOf(programme, figures, figures.units);
  const defaults = groupBy(
    figures.cells.filter((cell) => !isGiven(cell)),
    (cell) => `${cell.stream} ${cell.unit}`,
  );
  return programme.statistics.map((statistic) => {
    const { id, kind } = statistic;
    if (statistic.kind === "cases") return { id, kind, ...caseCounts(statistic, figures, facts) };
    if (statistic.kind === "coverage") {
      return { id, kind, whole: coverage(statistic, programme, figures, facts), units: [] };
    }
    const units = figures.units.map(({ id: unit }) =>
      lineOf(statistic, [unit], unit, context, defaults),
    );
    const all = figures.units.map((unit) => unit.id);
    return { id, kind, whole: lineOf(statistic, all, "", context, defaults), units };
  });
}

type OfStream = Exclude<Statistic, { kind: "cases" | "coverage" }>;

function lineOf(
  statistic: OfStream,
  units: readonly string[],
  name: string,
  context: ScoringContext,
  defaults: ReadonlyMap<string, readonly Cell[]>,
): StatisticLine {
  const { stream } = statistic;
  const form = instrumentOf(context.programme, stream);
  const cells = units.flatMap((unit) => context.cellsOf(stream, unit));
  const filledIn = units.flatMap((unit) => defaults.get(`${stream} ${unit}`) ?? []);
  const common = { unit: name, defaults: ballotCount(filledIn, form) };
  switch (statistic.kind) {
    case "distribution":
    case "questionnaire": {
      const question = statistic.kind === "distribution" ? statistic.question : undefined;
      const whole = context.cellsOf(stream, "");
      const tables = tablesOf(form, cells, whole, { question, units: units.length });
      const n = ballotCount([...cells, ...whole], form);
      const flags = n === 0 ? (["no_ballots"] as const) : [];
      return { ...common, n, tables, interval: noMethod, flags };
    }
    case "level-rate":
      return { ...common, ...levelRate(statistic, form, cells) };
    case "rating-rate":
      return { ...common, ...ratingRate(statistic, form, units, cells, context.figures) };
  }
}

const noMethod = { status: "no_interval", reason: "no_method" } as const;
