import { isWholeBallot } from "../../../../api/domain/disclosure/visibility.ts";
import type {
  Cell,
  Decision,
  LedgerEntry,
  PastRound,
  RoundFigures,
  UnitSnapshot,
} from "../../../../api/domain/model.ts";
import { instrumentOf } from "../../../../api/domain/scoring/context.ts";
import { mustScore } from "../../../../api/domain/scoring/ledger-score.ts";
import { scoreRound } from "../../../../api/domain/scoring.ts";
import { cellsOf, mergeCells } from "../../../../api/domain/tally.ts";
import { inScope } from "../../../../api/domain/validity/units.ts";
import type { Ledger, Programme } from "../../../../schema/programme.ts";
import type { Luck } from "../../../domain/oracle/random/luck.ts";
import { randomAnswers } from "./random-answers.ts";

/** How many ballots a group gives on a form: enough to show, or sometimes none or too few. */
export type Turnout = "plenty" | "patchy";

/** Any round of any programme. */
export function randomRound(
  programme: Programme,
  turnout: Turnout,
  history: readonly PastRound[],
  chance: Luck,
): RoundFigures {
  const units = randomUnits(programme, chance);
  const window = { from: "2020-04-01", to: "2020-06-30" };
  const common = { units, history, window, volumes: volumesOf(units, chance), decisions: [] };
  const entries = programme.ledgers.flatMap((ledger) => entriesOf(ledger, units, window, chance));
  const cells = castBallots(programme, units, units, turnout, chance, false);
  const early: RoundFigures = { ...common, entries, cells };
  const { lists, awards } = scoreRound(programme, early);
  const listed = new Set(lists.flatMap((list) => list.units));
  const onList = programme.shortlist ? units.filter(({ id }) => listed.has(id)) : units;
  const votes = castBallots(programme, units, onList, turnout, chance, true);
  return {
    ...early,
    cells: mergeCells(cells, votes),
    decisions: awards.flatMap(({ award }) => decisionAbout(award, programme, units, chance)),
    ...(lists.length > 0 && chance.oneIn(2) && { lists }),
  };
}

function randomUnits({ pools, tags }: Programme, chance: Luck): UnitSnapshot[] {
  return chance.times(chance.int(5, 9), (index) => {
    const managedBy = chance.pick(["agency", "agency", "dual", "township"]);
    return {
      id: `u-${index}`,
      agency: `a-${chance.int(1, 3)}`,
      pool: chance.some(pools, 1)[0]?.id ?? "",
      tags: chance.some(tags, 2).map(({ id }) => id),
      system: chance.pick(["general", "general", "general", "health", "financial"]),
      ...(managedBy !== "agency" && { township: "t-1" }),
      managedBy,
    };
  });
}

/** Ballots on forms about one unit or, with `whole`, on forms about all of `onList`. */
function castBallots(
  programme: Programme,
  units: readonly UnitSnapshot[],
  onList: readonly UnitSnapshot[],
  turnout: Turnout,
  chance: Luck,
  whole: boolean,
): Cell[] {
  const cubes = programme.streams.flatMap((stream) => {
    const form = instrumentOf(programme, stream.id);
    if (isWholeBallot(form) !== whole) return [];
    return (whole ? onList.slice(0, 1) : units).flatMap((unit) =>
      stream.groups.flatMap((id) => {
        const group = programme.groups.find((one) => one.id === id);
        const able = onList.filter((one) => inScope(one, group?.scope));
        if (whole ? able.length === 0 : !inScope(unit, group?.scope)) return [];
        return chance.times(ballotsGiven(turnout, chance), () => {
          const channel = chance.some(group?.channels ?? [], 1)[0] ?? "web";
          const answers = randomAnswers(form, unit.id, able, chance);
          return cellsOf(answers, form, { group: id, channel, stream: stream.id });
        });
      }),
    );
  });
  return mergeCells(...cubes);
}

function ballotsGiven(turnout: Turnout, chance: Luck): number {
  // Enough also after those that a platform filled in are left out; sometimes a small sample.
  if (turnout === "plenty") return chance.int(25, 45);
  return chance.pick([0, 0, chance.int(1, 3), chance.int(1, 9), chance.int(10, 40)]);
}

function entriesOf(
  ledger: Ledger,
  units: readonly UnitSnapshot[],
  { from, to }: RoundFigures["window"],
  chance: Luck,
): LedgerEntry[] {
  const { window } = ledger;
  const days = [window?.from ?? from, window?.to ?? to, "2020-05-05", "2019-01-01"];
  const marks: Omit<LedgerEntry, "id">[] =
    ledger.kind === "score"
      ? units.flatMap((unit) =>
          ledger.assessors
            .filter((assessor) => mustScore(assessor, unit) && !chance.oneIn(8))
            .map(({ id }) => ({
              ledger: ledger.id,
              unit: unit.id,
              assessor: id,
              points: chance.int(ledger.range.from * 10, ledger.range.to * 10) / 10,
              modifiers: [],
              on: from,
            })),
        )
      : units.flatMap((unit) =>
          chance.times(chance.int(0, 3), () => {
            const kind = chance.some(ledger.catalogue, 1)[0];
            const worth = kind?.points ?? 1;
            const points =
              typeof worth === "number" ? worth : chance.int(worth.from * 2, worth.to * 2) / 2;
            return {
              ledger: ledger.id,
              unit: unit.id,
              ...(kind && { entry: kind.id }),
              points,
              modifiers: chance.some(kind?.modifiers ?? [], chance.int(0, 1)).map(({ id }) => id),
              on: chance.some(days, 1)[0] ?? from,
              ...(chance.oneIn(3) && { deed: `deed-${chance.int(1, 2)}` }),
            };
          }),
        );
  const entries = marks.map((mark, index) => ({ ...mark, id: `${ledger.id}-${index}` }));
  const counters = entries
    .filter(() => chance.oneIn(6))
    .map((entry) => ({ ...entry, id: `${entry.id}-void`, cancels: entry.id }));
  return [...entries, ...counters];
}

function volumesOf(units: readonly UnitSnapshot[], chance: Luck): Record<string, number> {
  const known = units.filter(() => !chance.oneIn(6));
  return Object.fromEntries(known.map(({ id }) => [id, chance.int(0, 400)]));
}

function decisionAbout(
  about: string,
  { awards }: Programme,
  units: readonly UnitSnapshot[],
  chance: Luck,
): Decision[] {
  const byDecision = awards.find(({ id }) => id === about)?.kind === "by-decision";
  const common = { about, role: "Committee", reason: "As discussed." };
  const count: Decision = { id: `count-${about}`, kind: "award-count", count: 2, ...common };
  const named = chance.some(units, 2).map(({ id }) => id);
  const confirmed: Decision = {
    id: `confirm-${about}`,
    kind: "confirm-award",
    ...common,
    ...(chance.oneIn(2) && { units: named }),
  };
  return [
    ...(byDecision && chance.oneIn(2) ? [count] : []),
    ...(chance.oneIn(3) ? [confirmed] : []),
  ];
}
