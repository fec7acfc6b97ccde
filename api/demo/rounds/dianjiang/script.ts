import { randomOf } from "../../random.ts";
import { dayOf } from "../days.ts";
import { pick } from "../quality.ts";
import type { Script } from "../script.ts";
import { closedFrom, type DemoSection, demoSections, sectionForm } from "../sections.ts";
import { castOf, type Role } from "./cast.ts";
import { dianjiangDocument, poolOf } from "./document.ts";
import { type Quarter, roundOf } from "./quarters.ts";
import { type Letters, ratingsOf } from "./ratings.ts";

const county = { id: "dianjiang", zh: "垫江县", en: "Dianjiang" };

export interface DianjiangSize {
  sections: number;
  /** Ratings of one section in a quarter by the people it dealt with, at least and at most. */
  ratings: readonly [least: number, most: number];
  letters: Letters;
}

export const dianjiangSize: DianjiangSize = {
  sections: 52,
  ratings: [18, 42],
  letters: { "township-leaders": 26, delegates: 60, "enterprise-heads": 100 },
};

/** One quarter of Dianjiang 2022: ratings, other evidence, volumes; first preliminary, then published. */
export function dianjiang(quarter: Quarter, size: DianjiangSize = dianjiangSize): Script {
  const document = dianjiangDocument();
  const { agencies, sections: all } = demoSections(county);
  const sections = all.slice(0, size.sections);
  const cast = castOf(sections);
  const units = sections.map((one) => sectionForm(one, poolOf(one.kind), "2022-01-01"));
  const { from, to } = quarter;
  return {
    document,
    round: {
      id: roundOf(quarter),
      programme: document.id,
      version: document.version,
      from,
      to,
    },
    imports: [{ agencies, units }, closedFrom(units, "2023-04-01")],
    visits: sections.flatMap((section) => visitsTo(section, quarter, cast)),
    ballots: ratingsOf(sections, cast, quarter, size),
    entries: [{ ledger: "other-evidence", entries: evidenceAbout(sections, quarter, cast) }],
    publishIn: ["preliminary", "published"],
  };
}

/** Matters by month. One section hardly has any: fewer than four in the whole year. */
function visitsTo({ id }: DemoSection, { from, number }: Quarter, cast: ReadonlyMap<string, Role>) {
  const random = randomOf(`matters of ${id} in quarter ${number}`);
  const year = from.slice(0, 4);
  if (cast.get(id) === "hardly-any-work") {
    return [{ unit: id, on: `${from.slice(0, 8)}20`, visits: number === 4 ? 0 : 1 }];
  }
  return [1, 2, 3].map((month) => {
    const name = String((number - 1) * 3 + month).padStart(2, "0");
    return { unit: id, on: `${year}-${name}-28`, visits: random.whole(15, 160) };
  });
}

const brokenInThird: readonly (Role | undefined)[] = ["broken-in-third", "hardly-rated"];

/** A few points off at discretion, and one verified bad rating of the national system that breaks a clean run. */
function evidenceAbout(
  sections: readonly DemoSection[],
  quarter: Quarter,
  cast: ReadonlyMap<string, Role>,
) {
  const random = randomOf(`other evidence in quarter ${quarter.number}`);
  const day = dayOf(quarter);
  const ordinary = sections.filter(({ id }) => !cast.has(id));
  const found = pick(ordinary, 4, () => 1, random).map(({ id }) => ({
    unit: id,
    entry: random.weighted([
      ["national-bad-rating", 3],
      ["real-name-report", 2],
      ["misconduct", 1],
    ]),
    points: random.whole(1, 5),
  }));
  const broken = sections
    .filter(({ id }) => quarter.number === 3 && brokenInThird.includes(cast.get(id)))
    .map(({ id }) => ({ unit: id, entry: "national-bad-rating", points: 1 }));
  return [...found, ...broken].map((one, index) => ({
    id: `${roundOf(quarter)}-evidence-${index + 1}`,
    ...one,
    on: day(random),
    role: "评议工作办公室",
    reason: "演示：经核实，酌情扣分。",
  }));
}
