import type { Programme } from "../../../../schema/programme.ts";
import type { DecisionInput } from "../../../../sdk/index.ts";
import { qualityOf } from "../quality.ts";
import type { Script } from "../script.ts";
import { pingyangDocument, type Year } from "./document.ts";
import { factsOf } from "./ledgers.ts";
import { satisfactionOf, type Votes } from "./satisfaction.ts";
import { supervisorsMarks } from "./supervisors.ts";
import { type Form, pingyangUnits } from "./units.ts";
import { votesOn } from "./vote.ts";

export interface PingyangSize {
  /** Of the county's list, from its beginning. */
  units: number;
  votes: Votes;
  voters: number;
}

/** All 274 units; the invented year before gets by with as few votes as may be shown. */
export const pingyangSizes: Readonly<Record<Year, PingyangSize>> = {
  2019: { units: 274, votes: [10, 16], voters: 200 },
  2020: { units: 274, votes: [30, 78], voters: 520 },
};

/** One year of Pingyang: two half-years of satisfaction, ledgers, the shortlist, the vote and the committee. */
export function pingyang(year: Year, size: PingyangSize = pingyangSizes[year]): Script {
  const document = pingyangDocument(year);
  const { units, imports } = pingyangUnits(size.units);
  return {
    document,
    round: {
      id: `pingyang-${year}`,
      programme: document.id,
      version: document.version,
      from: `${year}-04-21`,
      to: `${year}-11-30`,
    },
    imports,
    ballots: satisfactionOf(document, units, size.votes),
    entries: [
      ...factsOf(document, units, year),
      { ledger: "supervisors", entries: supervisorsMarks(units, year) },
    ],
    named: namedToLists(document, units, year),
    vote: {
      ballots: size.voters,
      given: (lists) => votesOn(lists, { voters: size.voters, year }),
    },
    decided: ["satisfied", "dissatisfied"].map((award) => ({
      id: `pingyang-${year}-${award}`,
      kind: "confirm-award",
      about: award,
      role: "评议工作委员会",
      reason: "演示：按总分确认。",
    })),
    publishIn: ["published"],
  };
}

/** The two systems that run their own lists name their best and their worst units. */
function namedToLists({ shortlist }: Programme, units: readonly Form[], year: Year) {
  const byNomination = shortlist?.places.filter(({ chosen }) => chosen === "by-nomination") ?? [];
  return byNomination.flatMap(({ system, each }) => {
    const ranked = units
      .filter((unit) => unit.system === system)
      .map(({ id }) => id)
      .sort((one, other) => qualityOf(other) - qualityOf(one));
    const ends = { top: ranked.slice(0, each), bottom: ranked.slice(-each) };
    return Object.entries(ends).map(
      ([list, named]): DecisionInput => ({
        id: `pingyang-${year}-${system}-${list}`,
        kind: "name-to-list",
        about: list,
        units: named,
        role: system === "health" ? "卫生系统评议小组" : "金融系统评议小组",
        reason: "演示：本系统自行排名后提名。",
      }),
    );
  });
}
