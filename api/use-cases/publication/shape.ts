import type { RoundResult, TallyCell, UnitResult } from "../../../schema/contract/result-shapes.ts";
import type { Programme } from "../../../schema/programme.ts";
import {
  type ShownRound,
  type ShownStatistics,
  type ShownUnit,
  shownInterval,
  statisticName,
  tableName,
  type Visibility,
} from "../../domain/disclosure.ts";
import type { Cell, RoundFigures } from "../../domain/model.ts";
import type { RoundResult as Scored } from "../../domain/result.ts";
import { shownNumber } from "../../domain/scoring.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import { answerLabel, labelOf, statisticLabel } from "./labels.ts";

/** Everything that a release is made of, before it is bytes. */
export interface Computed {
  frozen: FrozenRound;
  figures: RoundFigures;
  scored: Scored;
  shown: ShownRound;
  /** What may be shown of it, beside the releases before. */
  visible: Visibility;
  cells: readonly Cell[];
  ballotsByState: ReadonlyMap<string, number>;
}

/** What tells one release of the same figures from another. */
export interface Identity {
  number: number;
  state: string;
  publishedAt: number;
  correction?: { role: string; reason: string };
}

/** One unit's result as the contract shapes it. */
export function unitResultOf(unit: ShownUnit, { frozen, scored }: Computed): UnitResult {
  const { programme } = frozen;
  const snapshot = frozen.units.get(unit.unit);
  if (!snapshot) throw new Error(`a result of a unit that is not in the round: ${unit.unit}`);
  const { name, nameEn, agency, agencyName, agencyNameEn, pool } = snapshot;
  return {
    round: frozen.id,
    unit: unit.unit,
    name,
    ...(nameEn !== undefined && { nameEn }),
    agency,
    agencyName,
    ...(agencyNameEn !== undefined && { agencyNameEn }),
    pool,
    standing: unit.standing,
    n: unit.n,
    total: unit.total,
    interval: totalInterval(unit, scored),
    rank: unit.rank,
    rankRange: unit.rankRange,
    components: unit.components.map(({ id, figure, n, flags, interval }) => ({
      id,
      label: labelOf(programme.components, id),
      figure,
      ...(n !== undefined && { n }),
      flags: [...flags],
      interval,
    })),
    ...statisticsOf(unit.statistics, programme),
    lists: scored.lists.filter(({ units }) => units.includes(unit.unit)).map(({ list }) => list),
    awards: [...unit.awards],
    flags: [...unit.flags],
  };
}

function totalInterval({ unit, total }: ShownUnit, { units }: Scored): UnitResult["interval"] {
  const own = units.find((one) => one.unit === unit);
  return own
    ? shownInterval(own.interval, total)
    : { status: "no_interval", reason: "not_computable" };
}

/** The round's result as the contract shapes it. */
export function roundResultOf(computed: Computed, identity: Identity): RoundResult {
  const { frozen, shown, scored } = computed;
  const { programme } = frozen;
  const seen = shown.units.filter(({ n }) => n.status === "shown").length;
  return {
    round: frozen.id,
    programme: programme.id,
    version: programme.version,
    title: programme.title,
    from: frozen.from,
    to: frozen.to,
    state: identity.state,
    release: identity.number,
    publishedAt: new Date(identity.publishedAt).toISOString(),
    ...(identity.correction && { correction: identity.correction }),
    method: `/v1/programmes/${programme.id}/versions/${programme.version}`,
    threshold: programme.disclosure.threshold,
    units: { total: shown.units.length, shown: seen, insufficient: shown.units.length - seen },
    ballotsShown: shown.ballots,
    ballotsByState: ballotsByStateOf(computed),
    pools: programme.pools.map(({ id, label }) => ({ id, label })),
    ...statisticsOf(shown.statistics, programme),
    lists: scored.lists.map(({ list, units }) => ({
      id: list,
      label: labelOf(programme.shortlist?.lists ?? [], list),
      units: units.map((id) => ({ id, name: frozen.units.get(id)?.name ?? id })),
    })),
    awards: shown.awards.map((award) => ({
      id: award.award,
      label: labelOf(programme.awards, award.award),
      state: award.state,
      holders: award.holders.map(({ recipient, id }) => ({
        recipient,
        id,
        name: nameOf(recipient, id, frozen),
      })),
      effects: award.effects.map(effectOf),
      flags: [...award.flags],
    })),
    flags: [...shown.flags],
  };
}

/**
 * Ballots by state, rounded down to tens. Counted ballots only where they are shown: the number of all, less that of
 * the units shown, could tell how many the others have.
 */
function ballotsByStateOf({ shown, ballotsByState }: Computed): RoundResult["ballotsByState"] {
  return [...new Map([...ballotsByState, ["counted", shown.ballots]])]
    .filter(([state]) => state !== "test")
    .map(([state, count]) => ({ state, atLeast: Math.floor(count / 10) * 10 }))
    .sort((left, right) => (left.state < right.state ? -1 : 1));
}

type Effect = ShownRound["awards"][number]["effects"][number];

function effectOf({ recipient, id, unit, points, text, months }: Effect) {
  return {
    recipient,
    ...(id !== undefined && { id }),
    ...(unit !== undefined && { unit }),
    ...(points && { points: shownNumber(points) }),
    ...(text && { text }),
    ...(months !== undefined && { months }),
  };
}

function nameOf(
  recipient: "unit" | "agency" | "township",
  id: string,
  { units }: FrozenRound,
): string {
  if (recipient === "unit") return units.get(id)?.name ?? id;
  const managed = [...units.values()].find(({ agency }) => agency === id);
  return recipient === "agency" ? (managed?.agencyName ?? id) : id;
}

function statisticsOf(
  { figures, tables }: ShownStatistics,
  programme: Programme,
): Pick<UnitResult, "statistics" | "distributions"> {
  return {
    statistics: figures.map(({ id, part, figure, n, flags, interval }) => ({
      id: statisticName({ id, ...(part !== undefined && { part }) }),
      label: statisticLabel(programme, id, part),
      figure,
      ...(n !== undefined && { n }),
      flags: [...flags],
      interval,
    })),
    distributions: tables.map(({ id, question, respondent, answers }) => ({
      id: tableName(programme, {
        id,
        question,
        ...(respondent !== undefined && { respondent }),
      }),
      label: statisticLabel(programme, id, question, respondent),
      answers: answers.map(({ answer, count, share }) => ({
        answer,
        label: answerLabel(programme, id, question, answer),
        count,
        share,
      })),
    })),
  };
}

/** A counter as the contract shapes it. */
export function tallyCellOf(cell: Cell): TallyCell {
  const { count, sum, sumOfSquares, ...place } = cell;
  return {
    ...place,
    count: { status: "shown", value: count },
    sum: { status: "shown", value: sum },
    sumOfSquares: { status: "shown", value: sumOfSquares },
  };
}

/** The counter that a published one was made from. */
export function cellOf({ count, sum, sumOfSquares, ...place }: TallyCell): Cell {
  return {
    ...place,
    count: count.value ?? 0,
    sum: sum.value ?? 0,
    sumOfSquares: sumOfSquares.value ?? 0,
  };
}
