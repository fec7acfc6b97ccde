import type { Programme } from "../../../schema/programme.ts";
import { ratio, shownNumber } from "../exact.ts";
import { groupBy } from "../group-by.ts";
import type { Cell, RoundFigures } from "../model.ts";
import type { AnswerTable, Flag, StatisticLine } from "../result.ts";
import { instrumentOf } from "../scoring/context.ts";
import { type StatisticFacts, statisticsOf } from "../statistics.ts";
import { ballotCount, isGiven } from "../tally/counts.ts";
import {
  hidden,
  type Shown,
  type ShownInterval,
  shown,
  shownInterval,
  shownOutcome,
} from "./figure.ts";
import type { Visibility } from "./visibility.ts";

export interface ShownStatistic {
  /** The statistic, and the part of it that is meant: an indicator, what is covered, answers filled in. */
  id: string;
  part?: string;
  figure: Shown;
  n?: number;
  flags: readonly Flag[];
  interval: ShownInterval;
}

export interface ShownTable {
  id: string;
  question: string;
  respondent?: string;
  answers: readonly { answer: string; count: Shown; share: Shown }[];
}

export interface ShownStatistics {
  figures: ShownStatistic[];
  tables: ShownTable[];
}

/** The programme's statistics in public: of each unit, and of all units whose own figures are shown (under ""). */
export function discloseStatistics(
  programme: Programme,
  figures: RoundFigures,
  visible: Visibility,
  facts: StatisticFacts = {},
): Map<string, ShownStatistics> {
  const disclosed = new Map<string, ShownStatistics>();
  const add = (unit: string, more: ShownStatistics) => {
    const known = disclosed.get(unit) ?? { figures: [], tables: [] };
    known.figures.push(...more.figures);
    known.tables.push(...more.tables);
    disclosed.set(unit, known);
  };
  for (const statistic of programme.statistics) {
    const alone = { ...programme, statistics: [statistic] };
    const stream = "stream" in statistic ? statistic.stream : undefined;
    for (const [unit, line, may] of linesOf(alone, figures, visible, facts, stream)) {
      add(unit, discloseLine(statistic.id, line, may));
    }
  }
  return disclosed;
}

/** Lines of a programme's only statistic, with what may be shown of each. */
function linesOf(
  alone: Programme,
  figures: RoundFigures,
  visible: Visibility,
  facts: StatisticFacts,
  stream: string | undefined,
): [unit: string, line: StatisticLine, may: May][] {
  const mayOf = (unit: string): May => {
    if (stream === undefined) return { ballots: true, respondents: true, defaults: false };
    const { ballots, byRespondent, defaults } = visible(stream, unit);
    return { ballots: ballots !== undefined, respondents: byRespondent, defaults };
  };
  // Only what is shown is added up: a total over all units, less those shown, would give the others away.
  const seen = figures.units.filter(({ id }) => mayOf(id).ballots);
  const cells = stream === undefined ? shownCells(alone, figures, visible) : figures.cells;
  const [whole] = statisticsOf(alone, { ...figures, cells, units: seen }, facts);
  const [single] = statisticsOf(alone, figures, facts);
  if (!whole || !single) return [];
  const together = {
    ballots: seen.length > 0,
    respondents: seen.every(({ id }) => mayOf(id).respondents),
    defaults: false,
  };
  return [
    ["", whole.whole, together],
    ...single.units.map((line): [string, StatisticLine, May] => [
      line.unit,
      line,
      mayOf(line.unit),
    ]),
  ];
}

/**
 * Counters of what is shown, for who asks whether there are any at all. A channel with fewer ballots than the threshold
 * goes by the name of the commonest.
 */
function shownCells(programme: Programme, { cells }: RoundFigures, visible: Visibility): Cell[] {
  const shown = cells.filter(({ stream, unit }) => visible(stream, unit).ballots !== undefined);
  const channels = [...groupBy(shown.filter(isGiven), ({ channel }) => channel)]
    .map(([channel, own]) => {
      const streams = groupBy(own, ({ stream }) => stream);
      const ballots = [...streams].map(([stream, of]) =>
        ballotCount(of, instrumentOf(programme, stream)),
      );
      return { channel, ballots: ballots.reduce((total, count) => total + count, 0) };
    })
    .sort((left, right) => right.ballots - left.ballots);
  const rare = new Set(
    channels
      .filter(({ ballots }) => ballots < programme.disclosure.threshold)
      .map(({ channel }) => channel),
  );
  const commonest = channels[0]?.channel;
  return shown.map((cell) =>
    commonest !== undefined && rare.has(cell.channel) ? { ...cell, channel: commonest } : cell,
  );
}

interface May {
  ballots: boolean;
  respondents: boolean;
  defaults: boolean;
}

function discloseLine(id: string, line: StatisticLine, may: May): ShownStatistics {
  const figures: ShownStatistic[] = [];
  if (line.outcome) figures.push(named(id, line, may));
  const tables = may.respondents ? line.tables : mergeRespondents(line.tables);
  for (const { question, n, mean } of tables) {
    if (mean)
      figures.push(part(id, question, may.ballots ? shown(shownNumber(mean)) : undefined, n));
  }
  if (may.ballots && may.defaults && line.defaults > 0) {
    figures.push(part(id, "filled-in", shown(line.defaults), line.defaults));
  }
  return {
    figures,
    tables: tables
      .filter(({ answers }) => answers.length > 0)
      .map((table) => discloseTable(id, table, may.ballots)),
  };
}

function named(id: string, line: StatisticLine, may: May): ShownStatistic {
  if (!may.ballots || !line.outcome) return part(id, undefined, undefined, 0);
  const figure = shownOutcome(line.outcome);
  return {
    id,
    figure,
    ...(figure.status === "shown" && { n: line.n }),
    flags: line.flags,
    interval: shownInterval(line.interval, figure),
  };
}

function part(
  id: string,
  name: string | undefined,
  figure: Shown | undefined,
  n: number,
): ShownStatistic {
  const reason = figure ? "no_method" : "not_shown";
  return {
    id,
    ...(name !== undefined && { part: name }),
    figure: figure ?? hidden.fewBallots,
    ...(figure && { n }),
    flags: [],
    interval: { status: "no_interval", reason },
  };
}

function discloseTable(id: string, table: AnswerTable, may: boolean): ShownTable {
  const { question, respondent, n } = table;
  return {
    id,
    question,
    ...(respondent !== undefined && { respondent }),
    answers: table.answers.map(({ answer, count, outside }) => ({
      answer,
      count: may ? shown(count) : hidden.fewBallots,
      share: may ? shareOf(count, n, outside) : hidden.fewBallots,
    })),
  };
}

function shareOf(count: number, n: number, outside: boolean): Shown {
  if (outside) return { status: "not_computable", reason: "outside_denominator" };
  if (n === 0) return { status: "not_computable", reason: "no_answers" };
  return shown(shownNumber(ratio(count, n)));
}

/** One table for a question, whoever answered it. */
function mergeRespondents(tables: readonly AnswerTable[]): AnswerTable[] {
  const merged = new Map<string, AnswerTable>();
  for (const { respondent: _, ...table } of tables) {
    const known = merged.get(table.question);
    merged.set(table.question, known ? addTables(known, table) : table);
  }
  return [...merged.values()];
}

function addTables(left: AnswerTable, right: AnswerTable): AnswerTable {
  return {
    ...left,
    n: left.n + right.n,
    answers: left.answers.map((answer, index) => ({
      ...answer,
      count: answer.count + (right.answers[index]?.count ?? 0),
    })),
  };
}
