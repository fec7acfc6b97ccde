import { expect, test } from "vitest";
import type { PastRound } from "../../../api/domain/model.ts";
import { pastRoundOf, scoreRound } from "../../../api/domain/scoring.ts";
import type { Programme } from "../../../schema/programme.ts";
import { differing, expectAgreement, patience, runs, type Trial } from "./agreement.ts";
import { dianjiang } from "./dianjiang.ts";
import { document, figuresOf, tally, verdictOf } from "./engine.ts";
import { haifeng } from "./haifeng.ts";
import { neixiang } from "./neixiang.ts";
import { randomQuarters } from "./random/dianjiang.ts";
import { randomOffices } from "./random/haifeng.ts";
import { randomMonth } from "./random/neixiang.ts";

/** Every round of a trial through the engine, each with the rounds before it as its history. */
function engine(programme: Programme, trial: Trial) {
  const history: PastRound[] = [...trial.history];
  let last: ReturnType<typeof scoreRound> | undefined;
  for (const [index, county] of trial.rounds.entries()) {
    const figures = figuresOf(county, tally(programme, county), history);
    last = scoreRound(programme, figures);
    history.push(pastRoundOf(`r${index}`, programme, figures, last));
  }
  if (!last) throw new Error("No round.");
  return verdictOf(last);
}

const only = (trial: Trial) => {
  const county = trial.rounds[0];
  if (!county) throw new Error("No round.");
  return county;
};

test(
  "the engine scores every random Dianjiang as its oracle does, over one to four quarters",
  () => {
    const barsTitle = document("dianjiang-dianping");
    if (!barsTitle.minimumVolume) throw new Error("Dianjiang has a minimum volume.");
    const barsRound: Programme = {
      ...barsTitle,
      minimumVolume: { ...barsTitle.minimumVolume, appliesTo: "round" },
    };
    expectAgreement(
      runs,
      (chance) => ({ rounds: randomQuarters(chance), history: [] }),
      (trial, seed) =>
        seed % 4 === 0
          ? differing(dianjiang(trial.rounds, "round"), engine(barsRound, trial))
          : differing(dianjiang(trial.rounds), engine(barsTitle, trial)),
    );
  },
  patience,
);

test(
  "the engine scores every random Haifeng as its oracle does, with weights normalised and as printed",
  () => {
    const normalised = document("haifeng-ten-thousand");
    const literal: Programme = {
      ...normalised,
      components: normalised.components.map((component) =>
        component.kind === "sheet-mean" ? { ...component, weights: "literal" } : component,
      ),
    };
    expectAgreement(
      runs,
      (chance) => ({ rounds: [randomOffices(chance)], history: [] }),
      (trial, seed) =>
        seed % 4 === 0
          ? differing(haifeng(only(trial), "literal"), engine(literal, trial))
          : differing(haifeng(only(trial)), engine(normalised, trial)),
    );
  },
  patience,
);

test(
  "the engine scores every random Neixiang as its oracle does",
  () => {
    const programme = document("neixiang-per-visit");
    expectAgreement(
      runs,
      (chance) => ({ rounds: [randomMonth(chance)], history: [] }),
      (trial) => differing(neixiang(only(trial)), engine(programme, trial)),
    );
    expect(runs).toBeGreaterThan(0);
  },
  patience,
);
