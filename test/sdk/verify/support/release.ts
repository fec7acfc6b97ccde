import { disclose, publishedCells, visibilityOf } from "../../../../api/domain/disclosure.ts";
import type { PastRound, RoundFigures } from "../../../../api/domain/model.ts";
import { pastRoundOf, scoreRound } from "../../../../api/domain/scoring.ts";
import { inputsOf } from "../../../../api/use-cases/publication/inputs.ts";
import {
  type Computed,
  roundResultOf,
  tallyCellOf,
  unitResultOf,
} from "../../../../api/use-cases/publication/shape.ts";
import { RoundInputs } from "../../../../schema/contract/explanations.ts";
import { RoundResult, TallyCell, UnitResult } from "../../../../schema/contract/results.ts";
import type { Programme } from "../../../../schema/programme.ts";
import type { PublishedRelease } from "../../../../sdk/verify/index.ts";
import { type Luck, luck } from "../../../domain/oracle/random/luck.ts";
import { randomRound, type Turnout } from "./random-round.ts";

/** What the server would publish of these figures: its own shapes, through JSON and the contract, as a reader gets them. */
export function releaseOf(programme: Programme, figures: RoundFigures): PublishedRelease {
  const computed = computedOf(programme, figures);
  const identity = { number: 1, state: "published", publishedAt: 0 };
  return {
    programme,
    summary: RoundResult.parse(wired(roundResultOf(computed, identity))),
    units: computed.shown.units.map((unit) =>
      UnitResult.parse(wired(unitResultOf(unit, computed))),
    ),
    tallies: computed.cells.map((cell) => TallyCell.parse(wired(tallyCellOf(cell)))),
    inputs: RoundInputs.parse(wired(inputsOf(computed))),
  };
}

function wired(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function computedOf(programme: Programme, figures: RoundFigures): Computed {
  const scored = scoreRound(programme, figures);
  const frozen = {
    id: "past",
    from: figures.window.from,
    to: figures.window.to,
    state: "closed",
    acceptsUntilAt: 0,
    revision: 1,
    programme,
    units: new Map(
      figures.units.map((unit) => [unit.id, { ...unit, name: unit.id, agencyName: unit.agency }]),
    ),
  };
  return {
    frozen,
    figures,
    scored,
    visible: visibilityOf(programme, figures),
    shown: disclose(programme, figures, scored),
    cells: publishedCells(programme, figures),
    ballotsByState: new Map(),
  };
}

/** What later rounds know of a round: awards that rest on a hidden figure are not held. */
function pastOf(programme: Programme, figures: RoundFigures, round: string): PastRound {
  const { scored, shown } = computedOf(programme, figures);
  const open = new Set(
    shown.awards.filter(({ state }) => state === "proposed").map(({ award }) => award),
  );
  const awards = scored.awards.filter(({ award }) => !open.has(award));
  return pastRoundOf(round, programme, figures, { ...scored, awards });
}

/** The last of up to four random rounds of a programme. */
export function randomFigures(programme: Programme, turnout: Turnout, seed: number): RoundFigures {
  const chance: Luck = luck(seed);
  const history: PastRound[] = [];
  for (const round of chance.times(chance.int(0, 3), (index) => `r-${index}`)) {
    history.push(pastOf(programme, randomRound(programme, turnout, history, chance), round));
  }
  return randomRound(programme, turnout, history, chance);
}
