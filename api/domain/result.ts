import type { Fraction } from "fraction.js";

/** Why a figure could not be computed, or what is special about one that could. Stable codes. */
export type Flag =
  | "no_ballots"
  | "mean_used"
  | "small_sample"
  | "group_missing"
  | "no_score"
  | "assessor_missing"
  | "no_visit_counts"
  | "other_pool"
  | "no_history"
  | "not_shortlisted"
  | "component_missing"
  | "tie_at_cut"
  | "awaits_decision"
  | "exempt"
  | "below_minimum_volume"
  | "volume_unknown"
  | "capped"
  | "floored"
  | "entry_outside_window"
  | "entry_outside_periods"
  | "several_marks"
  | "list_short"
  | "over_places"
  | "differs_from_proposal"
  | "no_total"
  | "no_case_counts"
  | "no_item_counts";

/** An exact figure, or the reason why there is none: never a silent zero. */
export type Computed =
  | { status: "computed"; value: Fraction }
  | { status: "not_computable"; reason: Flag };

/** One line of a trace: what was taken, by which formula, with which result. */
export interface TraceStep {
  /** What this step is: a stable name that the prose is written from. */
  step: string;
  /** Named inputs, as exact decimals or fractions in text, in the order of the formula. */
  inputs: readonly { name: string; value: string }[];
  /** The formula with its inputs filled in, for example `(400+240+120+30)/10`. */
  formula: string;
  result: string;
}

/** An interval at 95 %, or the reason why none is valid. */
export type Interval =
  | { status: "computed"; low: number; high: number; method: "wilson" | "mean-normal" | "sum" }
  | { status: "no_interval"; reason: NoInterval };

export type NoInterval =
  /** There is no figure. */
  | "not_computable"
  /** Facts and marks are not a sample of anything. */
  | "not_sampled"
  /** Votes that are counted, not averaged. */
  | "counted"
  /** Fewer ballots than the method needs. */
  | "too_few_ballots"
  /** All ballots alike: the data say nothing about the spread. */
  | "no_spread"
  /** The figure mixes in a mean over other units. */
  | "mixed_with_mean"
  /** The method has no valid interval for this kind of figure. */
  | "no_method"
  /** A part of the sum has no valid interval. */
  | "part_without_interval";

export interface ComponentResult {
  id: string;
  outcome: Computed;
  /** Ballots (or entries, for ledgers) that the figure rests on. */
  n: number;
  flags: readonly Flag[];
  trace: readonly TraceStep[];
  interval: Interval;
}

export interface UnitResult {
  unit: string;
  standing: "appraised" | "exempt" | "below-volume";
  components: readonly ComponentResult[];
  subtotals: readonly { id: string; outcome: Computed }[];
  total: Computed;
  /** How the total was added up; empty where nothing is. */
  trace: readonly TraceStep[];
  /** Of the total. Information only. */
  interval: Interval;
  /** Standard competition rank within `pool` or the whole list; absent where there is no figure to rank by. */
  rank?: number;
  /** Ranks that the data cannot tell apart from this one. Information only. */
  rankRange?: { best: number; worst: number };
  lists: readonly string[];
  flags: readonly Flag[];
}

export interface AwardResult {
  award: string;
  /** The holder, by kind of recipient. */
  holders: readonly {
    recipient: "unit" | "agency" | "township";
    id: string;
    units: readonly string[];
  }[];
  /** Where a decision says how many: the order that is proposed, first to be named first. */
  order?: readonly string[] | undefined;
  state: "final" | "proposed" | "confirmed";
  flags: readonly Flag[];
  effects: readonly {
    recipient: string;
    /** Agency, township or unit that it falls on; absent for people, who are never named. */
    id?: string;
    /** The unit through which it comes; absent where an agency or township holds the award. */
    unit?: string;
    points?: Fraction;
    text?: { zh: string; en: string };
    months?: number;
  }[];
}

export interface RoundResult {
  units: readonly UnitResult[];
  lists: readonly { list: string; units: readonly string[]; flags: readonly Flag[] }[];
  awards: readonly AwardResult[];
  flags: readonly Flag[];
}

/** The answers to one question. `n` leaves out what is outside every denominator, as "don't know" is. */
export interface AnswerTable {
  question: string;
  /** Type of respondent, where the form asks for it; "" for those who did not say. */
  respondent?: string | undefined;
  n: number;
  answers: readonly { answer: string; count: number; outside: boolean }[];
  /** Mean points, for what is marked in points. */
  mean?: Fraction | undefined;
}

export interface StatisticLine {
  /** "" for all units together. */
  unit: string;
  n: number;
  /** The figure, for statistics that are one. */
  outcome?: Computed | undefined;
  interval: Interval;
  tables: readonly AnswerTable[];
  /** Answers that a platform filled in for people who said nothing: counted apart. */
  defaults: number;
  flags: readonly Flag[];
}

export interface StatisticResult {
  id: string;
  kind: string;
  whole: StatisticLine;
  units: readonly StatisticLine[];
}
