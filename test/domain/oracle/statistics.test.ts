import { test } from "vitest";
import type { StatisticLine, StatisticResult } from "../../../api/domain/result.ts";
import { statisticsOf } from "../../../api/domain/statistics.ts";
import { disagreements, expectAgreement, patience, runs } from "./agreement.ts";
import type { County } from "./county.ts";
import { document, figure, figuresOf, tally } from "./engine.ts";
import { opinions } from "./haifeng.ts";
import { covered, ratingRate, statistics } from "./neixiang.ts";
import { randomOffices } from "./random/haifeng.ts";
import { randomMonth } from "./random/neixiang.ts";

type Figures = Record<string, string | null>;

/** A line of the engine's statistics in the oracles' words. */
function lineFigures({ id, kind }: StatisticResult, line: StatisticLine): Figures {
  if (kind === "level-rate") return { [id]: line.outcome ? figure(line.outcome) : null };
  const tables = line.tables.flatMap(({ question, respondent, n, answers }) => {
    const named = respondent === undefined ? question : `${question} ${respondent}`;
    const of = kind === "questionnaire" ? `${id} ${named}` : id;
    const counts = answers.map(({ answer, count }) => [`${of} ${answer}`, String(count)]);
    return kind === "questionnaire" ? [...counts, [`${of} n`, String(n)]] : counts;
  });
  const stream = id.replace("-levels", "");
  const defaults = id.endsWith("-levels") ? [[`${stream}-defaults`, String(line.defaults)]] : [];
  return Object.fromEntries([...tables, ...defaults]);
}

const ofAnswers = ["distribution", "level-rate", "questionnaire"];

/** Every line about answers: for each unit, and under "all" for all of them. */
function answersOf(results: readonly StatisticResult[]): Record<string, Figures> {
  const lines: Record<string, Figures> = {};
  for (const result of results.filter(({ kind }) => ofAnswers.includes(kind))) {
    for (const line of [result.whole, ...result.units]) {
      const unit = line.unit === "" ? "all" : line.unit;
      lines[unit] = { ...lines[unit], ...lineFigures(result, line) };
    }
  }
  return lines;
}

function expectedAnswers(
  county: County,
  oracle: (county: County, of: readonly string[]) => Figures,
): Record<string, Figures> {
  const ids = county.units.map((unit) => unit.id);
  const units = ids.map((id) => [id, oracle(county, [id])]);
  return Object.fromEntries([["all", oracle(county, ids)], ...units]);
}

/** Nobody having answered a question is told with a zero or not at all. */
function withoutZeros(lines: Record<string, Figures>): Record<string, Figures> {
  return Object.fromEntries(
    Object.entries(lines).map(([unit, figures]) => [
      unit,
      Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== "0")),
    ]),
  );
}

test(
  "the engine's statistics of every random Neixiang are its oracle's, platform defaults counted apart",
  () => {
    const programme = document("neixiang-per-visit");
    const channels = new Set(programme.groups.flatMap((group) => group.channels));
    expectAgreement(
      runs,
      (chance) => ({ rounds: [randomMonth(chance)], history: [] }),
      ({ rounds: [county] }) => {
        if (!county) throw new Error("No round.");
        const results = statisticsOf(programme, figuresOf(county, tally(programme, county), []));
        const table = results.find(({ kind }) => kind === "coverage")?.whole.tables ?? [];
        const coverage = table.map(({ question, n, answers }) => [
          question,
          `${answers[0]?.count} of ${n}`,
        ]);
        const { units, channels: reached } = covered(county);
        const expectedCoverage = {
          units: `${units} of ${county.units.length}`,
          channels: `${reached} of ${channels.size - 1}`,
        };
        return [
          ...disagreements(expectedCoverage, Object.fromEntries(coverage)),
          ...disagreements(
            withoutZeros(expectedAnswers(county, statistics)),
            withoutZeros(answersOf(results)),
          ),
          ...disagreements(expectedRates(county), ratesOf(county, results)),
        ];
      },
    );
  },
  patience,
);

const rateStreams = ["window", "online"] as const;

/** Rating rates of windows at windows and of platforms online, one by one and together. */
function expectedRates(county: County): Figures {
  const figures: Figures = {};
  for (const stream of rateStreams) {
    const pool = stream === "window" ? "window" : "platform";
    const visited = county.units.filter((unit) => unit.pool === pool).map(({ id }) => id);
    figures[`${stream} all`] = ratingRate(county, stream, visited);
    for (const { id } of county.units) {
      figures[`${stream} ${id}`] = visited.includes(id) ? ratingRate(county, stream, [id]) : null;
    }
  }
  return figures;
}

function ratesOf(county: County, results: readonly StatisticResult[]): Figures {
  const figures: Figures = {};
  for (const stream of rateStreams) {
    const result = results.find((statistic) => statistic.id === `${stream}-rated`);
    figures[`${stream} all`] = result?.whole.outcome ? figure(result.whole.outcome) : null;
    for (const { id } of county.units) {
      const outcome = result?.units.find((line) => line.unit === id)?.outcome;
      figures[`${stream} ${id}`] = outcome ? figure(outcome) : null;
    }
  }
  return figures;
}

test(
  "the engine's opinions of every random Haifeng are its oracle's, without those who don't know",
  () => {
    const programme = document("haifeng-ten-thousand");
    expectAgreement(
      Math.ceil(runs / 4),
      (chance) => {
        const county = randomOffices(chance);
        const ballots = county.ballots.filter((it) => it.answers.kind === "questionnaire");
        return { rounds: [{ ...county, ballots }], history: [] };
      },
      ({ rounds: [county] }) => {
        if (!county) throw new Error("No round.");
        const results = statisticsOf(programme, figuresOf(county, tally(programme, county), []));
        return disagreements(
          withoutZeros(expectedAnswers(county, opinions)),
          withoutZeros(answersOf(results)),
        );
      },
    );
  },
  patience,
);
