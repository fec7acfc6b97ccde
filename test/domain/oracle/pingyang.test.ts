import { expect, test } from "vitest";
import { scoreRound } from "../../../api/domain/scoring.ts";
import type { Programme } from "../../../schema/programme.ts";
import { differing, expectAgreement, patience, runs, statements, type Trial } from "./agreement.ts";
import { document, figuresOf, tally, verdictOf } from "./engine.ts";
import { pingyang, printedSizes, type Sizes } from "./pingyang.ts";
import { randomYear } from "./random/pingyang.ts";

const printed = document("pingyang-thousand");

/** The same document with fewer places, marks and titles, so that small counties reach every rule. */
function withSizes(programme: Programme, sizes: Sizes): Programme {
  const { shortlist } = programme;
  if (!shortlist) throw new Error("Pingyang has a shortlist.");
  const each: Record<string, number> = sizes.places;
  return {
    ...programme,
    shortlist: {
      ...shortlist,
      places: shortlist.places.map((one) => ({ ...one, each: each[one.system] ?? one.each })),
    },
    instruments: programme.instruments.map((form) =>
      form.kind === "best-and-worst" ? { ...form, best: sizes.marks, worst: sizes.marks } : form,
    ),
    awards: programme.awards.map((award) => {
      if (award.kind !== "take") return award;
      const to = { 10: sizes.awarded, 3: sizes.ends }[award.places.to] ?? award.places.to;
      return { ...award, places: { from: 1, to } };
    }),
  };
}

const only = ({ rounds, history }: Trial) => {
  const county = rounds[0];
  if (!county) throw new Error("No round.");
  return { county, history };
};

/** First the daily part gives the lists, then the votes on them are judged; lists fixed or found anew, all the same. */
function engine(programme: Programme, trial: Trial) {
  const { county, history } = only(trial);
  const everyday = figuresOf(county, tally(programme, county), history);
  const { lists } = scoreRound(programme, everyday);
  const figures = figuresOf(county, tally(programme, county, lists), history);
  const found = verdictOf(scoreRound(programme, figures));
  const fixed = verdictOf(scoreRound(programme, { ...figures, lists }));
  expect(statements(fixed)).toEqual(statements(found));
  return found;
}

test(
  "the engine scores every random Pingyang as its oracle does, with few places",
  () => {
    const sizes: Sizes = {
      places: { general: 3, health: 1, financial: 2 },
      marks: 2,
      awarded: 4,
      ends: 2,
    };
    const programme = withSizes(printed, sizes);
    expectAgreement(
      runs,
      (chance) => {
        const counts = { general: chance.int(6, 10), health: 2, financial: chance.int(0, 4) };
        const year = randomYear(chance, sizes, counts);
        return { rounds: [year.county], history: year.history };
      },
      (trial) => {
        const { county, history } = only(trial);
        return differing(pingyang(county, history, sizes), engine(programme, trial));
      },
    );
  },
  patience,
);

test(
  "the engine scores a Pingyang of printed size as its oracle does",
  () => {
    expectAgreement(
      Math.ceil(runs / 1000),
      (chance) => {
        const year = randomYear(chance, printedSizes, { general: 120, health: 6, financial: 10 });
        return { rounds: [year.county], history: year.history };
      },
      (trial) => {
        const { county, history } = only(trial);
        return differing(pingyang(county, history), engine(printed, trial));
      },
    );
  },
  patience,
);
