import { readFileSync } from "node:fs";
import type { Cell, PastRound, RoundFigures } from "../../../api/domain/model.ts";
import type { AwardResult, RoundResult } from "../../../api/domain/result.ts";
import { mergeCells, subtractCells } from "../../../api/domain/tally.ts";
import { judge } from "../../../api/domain/validity.ts";
import { Programme } from "../../../schema/programme.ts";
import type { AwardVerdict, Ballot, County, UnitVerdict, Verdict } from "./county.ts";
import { plus, type Ratio, ratio, show } from "./ratio.ts";

/** The road a county takes through the engine: document, ballots, judgement, tally, figures. */

/** A county's document; a text in it may be read as another. */
export function document(id: string, change?: { from: string; to: string }): Programme {
  const file = new URL(`../../../schema/programmes/${id}.json`, import.meta.url);
  const text = readFileSync(file, "utf8");
  if (change && !text.includes(change.from)) throw new Error(`${id} does not say ${change.from}`);
  return Programme.parse(JSON.parse(change ? text.replaceAll(change.from, change.to) : text));
}

type Lists = readonly { list: string; units: readonly string[] }[];

/** The counters that one ballot moves; nothing where it is not valid. */
export function cellsOf(
  programme: Programme,
  county: County,
  ballot: Ballot,
  lists?: Lists,
): Cell[] | undefined {
  const kinds = new Map(programme.instruments.map((form) => [form.id, form.kind]));
  const form = programme.streams.find(
    ({ groups, instrument }) =>
      groups.includes(ballot.group) && kinds.get(instrument) === ballot.answers.kind,
  );
  const verdict = judge(ballot.answers, {
    programme,
    instrument: form?.instrument ?? "",
    group: ballot.group,
    channel: ballot.channel,
    date: ballot.on,
    units: new Map(county.units.map((unit) => [unit.id, unit])),
    lists: lists && new Map(lists.map(({ list, units }) => [list, new Set(units)])),
  });
  return verdict.valid ? verdict.cells : undefined;
}

/** Every ballot is counted when it is cast; the voided ones are taken off again. */
export function tally(programme: Programme, county: County, lists?: Lists): Cell[] {
  const cellsOfAll = (ballots: readonly Ballot[]) =>
    mergeCells(...ballots.map((ballot) => cellsOf(programme, county, ballot, lists) ?? []));
  const voided = county.ballots.filter((ballot) => ballot.voided);
  return subtractCells(cellsOfAll(county.ballots), cellsOfAll(voided));
}

export function figuresOf(
  county: County,
  cells: readonly Cell[],
  history: readonly PastRound[],
): RoundFigures {
  const { units, entries, decisions, volumes, window } = county;
  return { units, cells, entries, decisions, volumes, history, window };
}

/** What the oracles speak of too. */
const demanded = [
  "no_ballots",
  "small_sample",
  "group_missing",
  "no_score",
  "assessor_missing",
  "not_shortlisted",
];

const ofOpinion = [
  "opinion-score",
  "sheet-score",
  "assessment-score",
  "votes",
  "satisfaction-half-year",
  "satisfaction-year-end",
  "online-vote",
];

interface Fraction {
  s: bigint;
  n: bigint;
  d: bigint;
}
type Outcome = { status: "computed"; value: Fraction } | { status: "not_computable" };

const ownRatio = ({ s, n, d }: Fraction): Ratio => ratio(s * n, d);
export const figure = (outcome: Outcome) =>
  outcome.status === "computed" ? show(ownRatio(outcome.value)) : null;

/** The engine's result in the oracles' words. */
export function verdictOf(result: RoundResult): Verdict {
  return {
    units: Object.fromEntries(result.units.map((unit) => [unit.unit, unitVerdict(unit)])),
    lists: Object.fromEntries(result.lists.map(({ list, units }) => [list, [...units]])),
    tiedLists: result.lists.flatMap(({ list, flags }) =>
      flags.includes("tie_at_cut") ? [list] : [],
    ),
    awards: Object.fromEntries(result.awards.map((award) => [award.award, awardVerdict(award)])),
    marks: marksOf(result.awards),
  };
}

function unitVerdict(unit: RoundResult["units"][number]): UnitVerdict {
  return {
    standing: unit.standing,
    figures: Object.fromEntries(
      [...unit.components, ...unit.subtotals].map(({ id, outcome }) => [id, figure(outcome)]),
    ),
    counts: Object.fromEntries(
      unit.components.filter(({ id }) => ofOpinion.includes(id)).map(({ id, n }) => [id, n]),
    ),
    total: figure(unit.total),
    rank: unit.rank ?? null,
    lists: [...unit.lists],
    flags: unit.components.flatMap(({ id, flags }) =>
      flags.filter((flag) => demanded.includes(flag)).map((flag) => `${id}:${flag}`),
    ),
  };
}

function awardVerdict(award: AwardResult): AwardVerdict {
  return {
    holders: award.holders.map(
      ({ recipient, id, units }) => `${recipient} ${id} (${[...units].sort().join(" ")})`,
    ),
    tied: award.flags.includes("tie_at_cut"),
    state: award.state,
  };
}

function marksOf(awards: readonly AwardResult[]): Record<string, string> {
  const marks = new Map<string, Ratio>();
  for (const { recipient, id, unit, points } of awards.flatMap((award) => award.effects)) {
    if (points === undefined) continue;
    const whose = `${recipient} ${id} by ${unit}`;
    marks.set(whose, plus(marks.get(whose) ?? ratio(0n), ownRatio(points)));
  }
  return Object.fromEntries([...marks].map(([whose, points]) => [whose, show(points)]));
}
