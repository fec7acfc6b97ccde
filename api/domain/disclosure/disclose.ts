import type { Programme } from "../../../schema/programme.ts";
import type { RoundFigures } from "../model.ts";
import type { Flag, RoundResult } from "../result.ts";
import type { StatisticFacts } from "../statistics.ts";
import { discloseAward, type ShownAward } from "./awards.ts";
import { ballotsIn, ballotsShown } from "./ballots.ts";
import { meanIsSafe } from "./components.ts";
import { discloseStatistics, type ShownStatistics } from "./statistics.ts";
import { discloseUnit, noStatistics, type ShownUnit } from "./units.ts";
import { type Visibility, visibilityOf } from "./visibility.ts";

/** A round's result in public. */
export interface ShownRound {
  units: readonly ShownUnit[];
  /** Ballots in the figures shown. */
  ballots: number;
  statistics: ShownStatistics;
  awards: readonly ShownAward[];
  flags: readonly Flag[];
}

/** What everybody may know of a result, computed by the one rule of disclosure. */
export function disclose(
  programme: Programme,
  figures: RoundFigures,
  result: RoundResult,
  facts: StatisticFacts = {},
  visible: Visibility = visibilityOf(programme, figures),
): ShownRound {
  const statistics = discloseStatistics(programme, figures, visible, facts);
  const rules = {
    programme,
    visible,
    meanIsSafe: meanIsSafe(figures.units, ballotsIn(programme, figures), visible),
  };
  const bare = new Map(
    result.units.map((unit) => [unit.unit, discloseUnit(unit, rules, statistics)] as const),
  );
  const awards = result.awards.map((award) =>
    discloseAward(award, { ...rules, figures, awards: result.awards }, bare),
  );
  const units = [...bare.values()].map((unit) => ({
    ...unit,
    awards: awards
      .filter(({ holders }) => holders.some((holder) => holder.units.includes(unit.unit)))
      .map(({ award }) => award),
  }));
  return {
    units,
    ballots: ballotsShown(programme, figures.units, visible),
    statistics: statistics.get("") ?? noStatistics,
    awards,
    flags: result.flags,
  };
}
