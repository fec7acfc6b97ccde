import type { Programme } from "../../../schema/programme.ts";
import type { Flag, UnitResult } from "../result.ts";
import { unitBallots } from "./ballots.ts";
import { discloseComponent, type MeanIsSafe, restingOn } from "./components.ts";
import {
  hidden,
  type Shown,
  type ShownInterval,
  shown,
  shownInterval,
  shownOutcome,
} from "./figure.ts";
import type { ShownStatistics } from "./statistics.ts";
import type { Visibility } from "./visibility.ts";

export interface ShownComponent {
  id: string;
  figure: Shown;
  n?: number;
  flags: readonly Flag[];
  interval: ShownInterval;
}

export interface ShownUnit {
  unit: string;
  standing: UnitResult["standing"];
  n: Shown;
  total: Shown;
  rank: Shown;
  rankRange: { best: number; worst: number } | null;
  components: readonly ShownComponent[];
  statistics: ShownStatistics;
  awards: readonly string[];
  flags: readonly Flag[];
}

/** What disclosure of one unit asks. */
export interface Rules {
  programme: Programme;
  visible: Visibility;
  meanIsSafe: MeanIsSafe;
}

export const noStatistics: ShownStatistics = { figures: [], tables: [] };
/** What is said of a unit whatever its ballots are. */
const standingFlags: readonly Flag[] = ["exempt", "below_minimum_volume", "volume_unknown"];

export function discloseUnit(
  unit: UnitResult,
  rules: Rules,
  statistics: ReadonlyMap<string, ShownStatistics>,
): ShownUnit {
  const components = unit.components.map((result) => {
    const component = rules.programme.components.find(({ id }) => id === result.id);
    const figure = component
      ? discloseComponent(component, result, unit.unit, rules)
      : hidden.fewBallots;
    const seen = figure.status === "shown";
    return {
      id: result.id,
      figure,
      ...(seen && { n: result.n }),
      flags: seen ? result.flags : [],
      interval: shownInterval(result.interval, figure),
    };
  });
  const figureOf = (id: string) => components.find((component) => component.id === id)?.figure;
  const n = unitBallots(rules.programme, unit.unit, rules.visible);
  const total = restingOn(
    components.map(({ figure }) => figure),
    shownOutcome(unit.total),
  );
  const basis = rankBasis(rules.programme, total, figureOf);
  const rank: Shown =
    basis.status !== "shown"
      ? basis
      : unit.rank === undefined
        ? { status: "not_computable", reason: "not_ranked" }
        : shown(unit.rank);
  return {
    unit: unit.unit,
    standing: unit.standing,
    n: n === undefined ? hidden.fewBallots : shown(n),
    total,
    rank,
    rankRange: rank.status === "shown" ? (unit.rankRange ?? null) : null,
    components,
    statistics: statistics.get(unit.unit) ?? noStatistics,
    awards: [],
    flags: unit.flags.filter((flag) => total.status === "shown" || standingFlags.includes(flag)),
  };
}

/** The figure that places rest on, as far as it is shown. */
function rankBasis(
  { ranking, subtotals }: Programme,
  total: Shown,
  figureOf: (id: string) => Shown | undefined,
): Shown {
  if (!ranking) return { status: "not_computable", reason: "not_ranked" };
  if (ranking.by === "total") return total;
  const parts = subtotals.find(({ id }) => id === ranking.by)?.components ?? [ranking.by];
  return restingOn(
    parts.map((id) => figureOf(id) ?? hidden.fewBallots),
    shown(0),
  );
}
