import { closedListHash, draw, drawSeed } from "../../../api/domain/draw.ts";
import type { PastRound } from "../../../api/domain/model.ts";
import { pastRoundOf, scoreRound } from "../../../api/domain/scoring.ts";
import { mergeCells } from "../../../api/domain/tally.ts";
import type { Programme } from "../../../schema/programme.ts";
import { differing, disagreements, type Trial } from "./agreement.ts";
import type { County, Verdict } from "./county.ts";
import { dianjiang } from "./dianjiang.ts";
import { cellsOf, figuresOf, tally, verdictOf } from "./engine.ts";
import { haifeng } from "./haifeng.ts";
import { neixiang } from "./neixiang.ts";
import { pastYears, pingyang, printedSizes, type Sizes } from "./pingyang.ts";
import { randomQuarters } from "./random/dianjiang.ts";
import { randomOffices } from "./random/haifeng.ts";
import type { Luck } from "./random/luck.ts";
import { randomMonth } from "./random/neixiang.ts";
import { randomYear, randomYears } from "./random/pingyang.ts";
import { randomSections } from "./random/yanshan.ts";
import { named, yanshan } from "./yanshan.ts";

/** How random counties of one programme are made, and where engine and oracle say different things about one. */
export interface Comparison {
  document: string;
  make: (chance: Luck) => Trial;
  differences: (programme: Programme, trial: Trial, seed: number) => string[];
}

const single = (county: County): Trial => ({ rounds: [county], history: [] });

export function only({ rounds }: Trial): County {
  const [county] = rounds;
  if (!county) throw new Error("No round.");
  return county;
}

/** Every round through the engine, each with the rounds before it as its history. The verdict is about the last. */
function engine(programme: Programme, trial: Trial): Verdict {
  const history: PastRound[] = [...trial.history];
  const results = trial.rounds.map((county, index) => {
    const figures = figuresOf(county, tally(programme, county), history);
    const result = scoreRound(programme, figures);
    history.push(pastRoundOf(`r${index}`, programme, figures, result));
    return result;
  });
  const last = results.at(-1);
  if (!last) throw new Error("No round.");
  return verdictOf(last);
}

/** Too little work bars the title as the document says, and in every fourth county the whole round. */
const dianjiangComparison: Comparison = {
  document: "dianjiang-dianping",
  make: (chance) => ({ rounds: randomQuarters(chance), history: [] }),
  differences: (programme, trial, seed) => {
    const { minimumVolume } = programme;
    if (seed % 4 !== 0 || !minimumVolume) {
      return differing(dianjiang(trial.rounds), engine(programme, trial));
    }
    const barsRound = { ...minimumVolume, appliesTo: "round" as const };
    const stricter: Programme = { ...programme, minimumVolume: barsRound };
    return differing(dianjiang(trial.rounds, "round"), engine(stricter, trial));
  },
};

/** Weights normalised as the document says, and in every fourth county as printed. */
const haifengComparison: Comparison = {
  document: "haifeng-ten-thousand",
  make: (chance) => single(randomOffices(chance)),
  differences: (programme, trial, seed) => {
    const county = only(trial);
    if (seed % 4 !== 0) return differing(haifeng(county), engine(programme, trial));
    const components = programme.components.map((component) =>
      component.kind === "sheet-mean" ? { ...component, weights: "literal" as const } : component,
    );
    return differing(haifeng(county, "literal"), engine({ ...programme, components }, trial));
  },
};

const neixiangComparison: Comparison = {
  document: "neixiang-per-visit",
  make: (chance) => single(randomMonth(chance)),
  differences: (programme, trial) => differing(neixiang(only(trial)), engine(programme, trial)),
};

/** The engine draws; the oracle is told on whom the lot fell, and sees that it was a fair crowd of the right size. */
const yanshanComparison: Comparison = {
  document: "yanshan-hard-to-deal",
  make: (chance) => single(randomSections(chance)),
  differences: (programme, trial, seed) => {
    const county = only(trial);
    const size = seed % 2 === 0 ? 200 : 4;
    const valid = county.ballots.flatMap((ballot) => {
      const cells = ballot.voided ? undefined : cellsOf(programme, county, ballot);
      return cells ? [{ ballot, cells }] : [];
    });
    const ids = valid.flatMap(({ ballot }) => (ballot.group === "public" ? [ballot.id] : []));
    const value = drawSeed("2024-07-16: 03 09 11 18 24 30 + 07", closedListHash(ids), "oracle");
    const drawn = new Set(draw(value, ids, size).drawn);
    const counted = valid.filter(
      ({ ballot: { group, id } }) => group !== "public" || drawn.has(id),
    );
    const cells = mergeCells(...counted.map((it) => it.cells));
    const result = scoreRound(programme, figuresOf(county, cells, []));
    return [
      ...drawFaults(county, drawn, size),
      ...differing(yanshan(county, drawn), verdictOf(result)),
    ];
  },
};

/** The lot falls on valid ballots of the public only: on all of them, or on exactly as many as are drawn. */
function drawFaults(county: County, drawn: ReadonlySet<string>, size: number): string[] {
  const valid = county.ballots
    .filter((ballot) => ballot.group === "public" && named(ballot, county.units) !== "void")
    .map((ballot) => ballot.id);
  const wrongly = [...drawn].filter((id) => !valid.includes(id));
  const wrongNumber = drawn.size !== Math.min(size, valid.length);
  return [
    ...wrongly.map((id) => `${id} was drawn, but is void`),
    ...(wrongNumber ? [`${drawn.size} were drawn`] : []),
  ];
}

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

/** First the daily part gives the lists; then the votes on them are judged. Lists fixed or found anew: all the same. */
function engineWithVote(programme: Programme, trial: Trial, seed: number) {
  const county = only(trial);
  const isVote = ({ answers }: County["ballots"][number]) => answers.kind === "best-and-worst";
  const daily = { ...county, ballots: county.ballots.filter((ballot) => !isVote(ballot)) };
  const cells = tally(programme, daily);
  const { lists } = scoreRound(programme, figuresOf(county, cells, trial.history));
  const votes = { ...county, ballots: county.ballots.filter(isVote) };
  const all = mergeCells(cells, tally(programme, votes, lists));
  const figures = figuresOf(county, all, trial.history);
  const verdict = verdictOf(scoreRound(programme, figures));
  if (seed % 4 !== 0) return { figures, verdict, twice: [] };
  const fixed = verdictOf(scoreRound(programme, { ...figures, lists }));
  // How the lists came about is known only where they are found.
  const untold = { tiedLists: [] };
  return {
    figures,
    verdict,
    twice: disagreements({ ...verdict, ...untold }, { ...fixed, ...untold }),
  };
}

/** Several years, each with what the engine itself hands down from those before it. */
function pingyangYearsComparison(sizes: Sizes): Comparison {
  return {
    document: "pingyang-thousand",
    make: (chance) => {
      const counts = { general: 7, health: 1, financial: 1 };
      return { rounds: randomYears(chance, sizes, counts, 3), history: [] };
    },
    differences: (printed, { rounds }, seed) => {
      const programme = withSizes(printed, sizes);
      const history: PastRound[] = [];
      for (const [year, county] of rounds.entries()) {
        const trial = { rounds: [county], history };
        const { figures, verdict } = engineWithVote(programme, trial, seed);
        const past = pastYears(rounds.slice(0, year), sizes);
        const found = differing(pingyang(county, past, sizes), verdict);
        if (found.length > 0) return [`Year ${year}:`, ...found];
        const result = scoreRound(programme, figures);
        history.push(pastRoundOf(`y${year}`, programme, figures, result));
      }
      return [];
    },
  };
}

function pingyangComparison(sizes: Sizes, counts: (chance: Luck) => Counts): Comparison {
  return {
    document: "pingyang-thousand",
    make: (chance) => {
      const year = randomYear(chance, sizes, counts(chance));
      return { rounds: [year.county], history: year.history };
    },
    differences: (programme, trial, seed) => {
      const { verdict, twice } = engineWithVote(withSizes(programme, sizes), trial, seed);
      return [...twice, ...differing(pingyang(only(trial), trial.history, sizes), verdict)];
    },
  };
}

type Counts = Parameters<typeof randomYear>[2];
const fewPlaces: Sizes = {
  places: { general: 3, health: 1, financial: 2 },
  marks: 2,
  awarded: 4,
  ends: 2,
};

/** The engine alone, for single counties. */
export const throughEngine = {
  rounds: engine,
  year: (programme: Programme, trial: Trial, sizes: Sizes) =>
    engineWithVote(withSizes(programme, sizes), trial, 1).verdict,
};

export const comparisons = {
  dianjiang: dianjiangComparison,
  haifeng: haifengComparison,
  neixiang: neixiangComparison,
  yanshan: yanshanComparison,
  pingyang: pingyangComparison(fewPlaces, (chance) => ({
    general: chance.int(6, 10),
    health: 2,
    financial: chance.int(0, 3),
  })),
  pingyangYears: pingyangYearsComparison({
    places: { general: 2, health: 1, financial: 1 },
    marks: 1,
    awarded: 2,
    ends: 1,
  }),
  pingyangAsPrinted: pingyangComparison(printedSizes, () => ({
    general: 120,
    health: 6,
    financial: 10,
  })),
} as const;
