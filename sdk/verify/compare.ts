import type { ShownUnit } from "../../api/domain/disclosure.ts";
import type { UnitResult } from "../../api/domain/result.ts";
import { type Awards, checkAwards, checkUnitAwards, settleAwards } from "./awards.ts";
import { type Check, checkFigure, checkValue, type Verdict, withheld } from "./check.ts";
import type { Gap } from "./gaps.ts";
import { fillLists } from "./lists.ts";
import type { PublishedRelease, PublishedUnit } from "./published.ts";
import { checkRanks, type RankCheck } from "./ranks.ts";
import { type Recomputed, recompute } from "./recompute.ts";
import { checkNamed, checkStatistics } from "./statistics.ts";

export interface UnitVerdict {
  /** "" for the round as a whole. */
  unit: string;
  name: string;
  /** Different as soon as one figure is; withheld where none could be recomputed. */
  verdict: Verdict;
  counts: Record<Verdict, number>;
  checks: Check[];
}

export interface Verification {
  round: string;
  release: number;
  /** What is published of the round as a whole. */
  whole: UnitVerdict;
  units: UnitVerdict[];
  /** Figures of the round and of all units. */
  counts: Record<Verdict, number>;
}

/** Holds every published figure against the one that anybody computes from the published inputs. */
export function verify(release: PublishedRelease): Verification {
  const { programme, tallies, inputs, summary, units } = release;
  const recomputed = recompute(programme, tallies, inputs, inputs);
  const ranks = checkRanks(units, recomputed);
  const awards = settleAwards(recomputed, summary);
  const anew = new Map(recomputed.shown.units.map((unit) => [unit.unit, unit]));
  const scored = new Map(recomputed.result.units.map((unit) => [unit.unit, unit]));
  const verdicts = units.map((unit) => {
    const own = { shown: anew.get(unit.unit), scored: scored.get(unit.unit) };
    return verdictOf(unit.unit, unit.name, checkUnit(unit, own, recomputed, ranks, awards));
  });
  const there = new Set(units.map(({ unit }) => unit));
  const absent = recomputed.shown.units
    .filter(({ unit }) => !there.has(unit))
    .map(({ unit }) =>
      verdictOf(unit, unit, [{ figure: "", verdict: "different", reason: "not_published" }]),
    );
  const whole = verdictOf("", summary.round, checkWhole(release, recomputed, awards));
  const all = [whole, ...verdicts, ...absent];
  return {
    round: summary.round,
    release: summary.release,
    whole,
    units: [...verdicts, ...absent],
    counts: countsOf(all.flatMap(({ checks }) => checks)),
  };
}

function verdictOf(unit: string, name: string, checks: Check[]): UnitVerdict {
  const counts = countsOf(checks);
  // That a unit takes part and is on no list is no figure of it.
  const anyFigure = checks.some((check) => check.verdict === "identical" && isNumber(check));
  const verdict = counts.different > 0 ? "different" : anyFigure ? "identical" : "withheld";
  return { unit, name, verdict, counts, checks };
}

function isNumber({ published }: Check): boolean {
  return typeof published === "number";
}

function countsOf(checks: readonly Check[]): Record<Verdict, number> {
  const counts = { identical: 0, different: 0, withheld: 0 };
  for (const { verdict } of checks) counts[verdict] += 1;
  return counts;
}

function checkUnit(
  published: PublishedUnit,
  { shown: own, scored }: { shown: ShownUnit | undefined; scored: UnitResult | undefined },
  recomputed: Recomputed,
  ranks: ReadonlyMap<string, RankCheck>,
  awards: Awards,
): Check[] {
  const { gaps } = recomputed;
  const id = published.unit;
  if (!own || !scored) return [{ figure: "", verdict: "different", reason: "unit_not_in_round" }];
  const rank = ranks.get(id);
  return [
    checkValue("standing", published.standing, own.standing),
    checkFigure("n", published.n, own.n, scopeGap([id], recomputed)),
    ...published.components.flatMap((component) =>
      checkNamed(
        `components/${component.id}`,
        component,
        own.components.find((one) => one.id === component.id),
        gaps.component(id, component.id),
        gaps.tolerance(id, component.id),
      ),
    ),
    ...own.components
      .filter((one) => !published.components.some((component) => component.id === one.id))
      .map(
        (one): Check => ({
          figure: `components/${one.id}`,
          verdict: "different",
          reason: "not_published",
        }),
      ),
    checkFigure(
      "total",
      published.total,
      own.total,
      totalGap(scored, recomputed),
      gaps.tolerance(id, "total"),
    ),
    ...(rank ? [rank.check] : []),
    checkRange(published, own.rankRange, rank),
    gaps.lists
      ? withheld("lists", undefined, gaps.lists)
      : checkValue("lists", words(published.lists), words(scored.lists)),
    checkUnitAwards(id, published.awards, own.awards, awards),
    ...checkStatistics(published, own.statistics, id, recomputed),
  ];
}

/** Whether it is open, for some unit and some stream, if the ballots are shown. */
function scopeGap(units: readonly string[], { programme, gaps }: Recomputed): Gap | undefined {
  const isOpen = programme.streams.some(({ id }) =>
    units.some((unit) => !gaps.visible(id, unit).certain),
  );
  return isOpen ? "scope_not_published" : undefined;
}

/** A unit that takes no part has no total, whatever its ballots are. */
function totalGap({ unit, standing }: UnitResult, { gaps }: Recomputed): Gap | undefined {
  return standing === "appraised" ? gaps.sum(unit, "total") : undefined;
}

/** A range rests on the intervals of all units with which this one is compared. */
function checkRange(
  published: PublishedUnit,
  own: PublishedUnit["rankRange"],
  rank: RankCheck | undefined,
): Check {
  const text = (range: PublishedUnit["rankRange"]) =>
    range ? `${range.best}–${range.worst}` : "–";
  if (published.rank.status === "shown" && rank?.whole !== true) {
    return withheld("rankRange", undefined, "other_units_not_published");
  }
  const seen = published.rank.status === "shown" ? own : null;
  return checkValue("rankRange", text(published.rankRange), text(seen));
}

function checkWhole(
  { summary, inputs }: PublishedRelease,
  recomputed: Recomputed,
  awards: Awards,
): Check[] {
  const { shown } = recomputed;
  const seen = shown.units.filter(({ n }) => n.status === "shown").length;
  const ids = recomputed.figures.units.map(({ id }) => id);
  const gap = scopeGap(ids, recomputed);
  const { total, shown: published, insufficient } = summary.units;
  return [
    checkValue("units/total", total, shown.units.length),
    checkValue("units/shown", published, seen, gap),
    checkValue("units/insufficient", insufficient, shown.units.length - seen, gap),
    checkValue("ballotsShown", summary.ballotsShown, shown.ballots, gap),
    ...checkStatistics(summary, shown.statistics, "", recomputed),
    ...checkLists(summary, inputs, recomputed),
    ...checkAwards(summary, recomputed, awards),
  ];
}

/** A list that was fixed for the vote is held against the decision, and against what the rules give in the end. */
function checkLists(
  { lists }: PublishedRelease["summary"],
  inputs: PublishedRelease["inputs"],
  recomputed: Recomputed,
): Check[] {
  const anew = fillLists(recomputed, inputs);
  return recomputed.result.lists.map(({ list, units }): Check => {
    const figure = `lists/${list}`;
    const old = words(lists.find(({ id }) => id === list)?.units.map(({ id }) => id) ?? []);
    if (recomputed.gaps.lists) return withheld(figure, undefined, recomputed.gaps.lists);
    const check = checkValue(figure, old, words(units));
    const filled = anew?.find((one) => one.list === list);
    const isFixed = inputs.lists !== undefined && inputs.lists.length > 0;
    if (check.verdict === "different" || !isFixed) return check;
    return filled && words(filled.units) === old
      ? check
      : withheld(figure, undefined, "fixed_for_the_vote");
  });
}

const words = (ids: readonly string[]) => [...ids].sort().join(", ");
