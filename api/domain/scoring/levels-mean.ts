import type { ComponentOf, Level } from "../../../schema/programme.ts";
import { type Exact, exact, meanOf, ratio, sumOf } from "../exact.ts";
import type { Cell } from "../model.ts";
import { ballotCount } from "../tally/counts.ts";
import { names } from "../tally/names.ts";
import { varianceOfLevels } from "../uncertainty/variance.ts";
import { instrumentOf, ProgrammeFault, type ScoringContext } from "./context.ts";
import { computed, operand, type Scored, step, unscored } from "./scored.ts";

type LevelsMean = ComponentOf<"levels-mean">;

/** How often each level was given; levels outside every denominator are left out. */
export interface LevelCount {
  id: string;
  value: Exact;
  count: number;
}

/** Mean level value ÷ best value × points, for each of these units. */
export function scoreLevelsMean(
  component: LevelsMean,
  context: ScoringContext,
  units: readonly string[],
): Map<string, Scored> {
  const own = new Map(units.map((unit) => [unit, scoreOwn(component, context, unit)]));
  if (![...own.values()].some((scored) => needsMean(scored, component))) return own;
  const figures = [...own.values()].flatMap(({ outcome }) =>
    outcome.status === "computed" ? [outcome.value] : [],
  );
  const stated = context.figures.means?.[component.id];
  const overUnits = figures.length > 0 ? meanOf(figures) : undefined;
  const mean = stated === undefined ? overUnits : exact(stated);
  return new Map([...own].map(([unit, scored]) => [unit, withMean(scored, mean, component)]));
}

function needsMean({ n }: Scored, { smallSample, noBallots }: LevelsMean): boolean {
  return n === 0 ? noBallots === "mean" : n < (smallSample?.below ?? 0);
}

/** Levels and their counts for one unit. Who is not marked on a best-and-worst ballot got the middle level. */
export function levelCounts(stream: string, context: ScoringContext, unit: string): LevelCount[] {
  const form = instrumentOf(context.programme, stream);
  const cells = context.cellsOf(stream, unit);
  if (form.kind === "levels") return countLevels(form.levels, cells);
  if (form.kind !== "best-and-worst") throw new ProgrammeFault(`stream ${stream} has no levels`);
  const { best, other, worst } = form.levels;
  const marked = countLevels([best, worst], cells);
  const ballots = ballotCount(context.cellsOf(stream, ""), form);
  const unmarked = marked.reduce((rest, level) => rest - level.count, ballots);
  const middle = { id: other.id, value: exact(other.value), count: unmarked };
  return [...marked.slice(0, 1), middle, ...marked.slice(1)];
}

function countLevels(levels: readonly Level[], cells: readonly Cell[]): LevelCount[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (cell.question !== names.level) continue;
    counts.set(cell.answer, (counts.get(cell.answer) ?? 0) + cell.count);
  }
  return levels
    .filter((level) => level.outside !== true)
    .map(({ id, value }) => ({ id, value: exact(value), count: counts.get(id) ?? 0 }));
}

function scoreOwn(component: LevelsMean, context: ScoringContext, unit: string): Scored {
  const levels = levelCounts(component.stream, context, unit);
  const n = levels.reduce((total, level) => total + level.count, 0);
  if (n === 0) return unscored("no_ballots");
  const best = levels.map((level) => level.value).reduce((a, b) => (a.gt(b) ? a : b));
  const mean = sumOf(levels.map(({ value, count }) => value.mul(count))).div(n);
  const points = exact(component.points);
  const own = mean.div(best).mul(points);
  const products = levels.map(({ value, count }) => `${count}×${operand(value)}`).join("+");
  return {
    outcome: computed(own),
    n,
    flags: [],
    trace: [
      step(
        "level-mean",
        [...levels.map(({ id, count }): [string, number] => [id, count]), ["n", n]],
        `(${products})/${n}`,
        mean,
      ),
      step(
        "scale",
        [
          ["mean", mean],
          ["full", best],
          ["points", points],
        ],
        `${operand(mean)}/${operand(best)}×${operand(points)}`,
        own,
      ),
    ],
    spread: varianceOfLevels(levels, ratio(1, 1).div(best).mul(points)),
  };
}

function withMean(scored: Scored, mean: Exact | undefined, component: LevelsMean): Scored {
  const rule = component.smallSample;
  if (scored.outcome.status === "not_computable") {
    return component.noBallots === "mean" && mean ? meanInstead(mean) : scored;
  }
  if (!rule || !mean || scored.n >= rule.below) return scored;
  const own = scored.outcome.value;
  const weights = { own: exact(rule.own), mean: exact(rule.mean) };
  const value = mean.mul(weights.mean).add(own.mul(weights.own));
  const blend = step(
    "small-sample",
    [
      ["n", scored.n],
      ["below", rule.below],
      ["mean", mean],
      ["mean-weight", weights.mean],
      ["own", own],
      ["own-weight", weights.own],
    ],
    `${operand(weights.mean)}×${operand(mean)}+${operand(weights.own)}×${operand(own)}`,
    value,
  );
  return {
    ...scored,
    outcome: computed(value),
    flags: [...scored.flags, "small_sample"],
    trace: [...scored.trace, blend],
    spread: { kind: "none", reason: "mixed_with_mean" },
  };
}

function meanInstead(mean: Exact): Scored {
  return {
    outcome: computed(mean),
    n: 0,
    flags: ["no_ballots", "mean_used"],
    trace: [step("mean-instead", [["mean", mean]], operand(mean), mean)],
    spread: { kind: "none", reason: "mixed_with_mean" },
  };
}
