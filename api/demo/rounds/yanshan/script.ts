import { Programme } from "../../../../schema/programme.ts";
import document from "../../../../schema/programmes/yanshan-hard-to-deal.json" with {
  type: "json",
};
import { randomOf } from "../../random.ts";
import { dayOf } from "../days.ts";
import { qualityOf } from "../quality.ts";
import type { Script } from "../script.ts";
import { closedFrom, type DemoSection, demoSections, sectionForm } from "../sections.ts";
import { mistakes, type Voters, votesOf } from "./nominations.ts";

const county = { id: "yanshan", zh: "盐山县", en: "Yanshan" };
const round = { id: "yanshan-2024-q2", from: "2024-07-01", to: "2024-07-14" };

export interface YanshanSize {
  sections: number;
  voters: Voters;
  /** Matters from the other sources. */
  matters: number;
  cards: number;
}

export const yanshanSize: YanshanSize = {
  sections: 40,
  voters: {
    leaders: 126,
    "new-business": 50,
    "project-heads": 25,
    "people-served": 100,
    public: 430,
  },
  matters: 64,
  cards: 5,
};

/** Yanshan, second quarter of 2024: ballots that name sections, a draw of two hundred, and a decision on the cards. */
export function yanshan(size: YanshanSize = yanshanSize): Script {
  const programme = Programme.parse(document);
  const { agencies, sections: all } = demoSections(county);
  const sections = all.filter(({ tags }) => tags.length > 0).slice(0, size.sections);
  const units = sections.map((one) => sectionForm(one, "section", "2024-01-01"));
  return {
    document: programme,
    round: { ...round, programme: programme.id, version: programme.version },
    imports: [{ agencies, units }, closedFrom(units, "2025-01-01")],
    ballots: votesOf(programme, sections, size.voters, round),
    refused: mistakes(sections, round),
    entries: [{ ledger: "matters", entries: mattersAbout(programme, sections, size.matters) }],
    draw: {
      stream: "sampled",
      publicValue:
        "演示值，不是真实开奖号码 not a real lottery result: 2024-07-16 03 09 11 18 24 30 + 07",
      role: "督查部门",
    },
    decided: [
      {
        id: "yanshan-2024-q2-cards",
        kind: "award-count",
        about: "yellow-card",
        count: size.cards,
        role: "纪检监察机关党风政风监督室",
        reason: "演示：给得票最多的几个科室黄牌。",
      },
    ],
    publishIn: ["published"],
  };
}

function mattersAbout(programme: Programme, sections: readonly DemoSection[], count: number) {
  const kinds = programme.ledgers.flatMap((ledger) =>
    ledger.kind === "points" ? ledger.catalogue.map(({ id }) => [id, 1] as const) : [],
  );
  const random = randomOf("matters in Yanshan");
  const day = dayOf(round);
  const weights = sections.map(({ id }) => [id, (1.05 - qualityOf(id)) ** 2] as const);
  return Array.from({ length: count }, (_, index) => ({
    id: `yanshan-2024-q2-matter-${index + 1}`,
    unit: random.weighted(weights),
    entry: random.weighted(kinds),
    points: 1,
    on: day(random),
    role: "督查部门",
    reason: "演示：反映该科室办事拖延，经核对计一票。",
  }));
}
