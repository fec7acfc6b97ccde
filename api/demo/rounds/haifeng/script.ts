import { Programme } from "../../../../schema/programme.ts";
import document from "../../../../schema/programmes/haifeng-ten-thousand.json" with {
  type: "json",
};
import { randomOf } from "../../random.ts";
import { qualityOf } from "../quality.ts";
import type { Script } from "../script.ts";
import { closedFrom, type DemoSection, demoSections, sectionForm } from "../sections.ts";
import { opinionsOf } from "./opinions.ts";
import { type Handout, sheetsOf } from "./sheets.ts";

const county = { id: "haifeng", zh: "海丰县", en: "Haifeng" };
const round = { id: "haifeng-2013", from: "2013-10-01", to: "2013-12-31" };

export interface HaifengSize {
  offices: number;
  /** Sheets handed out to each group, and how many of them go to one office before the next gets any. */
  sheets: Readonly<Record<string, Handout>>;
  /** Opinion forms about each office from each type of respondent. */
  opinions: number;
}

/**
 * Ten thousand sheets, as the county handed them out. Small groups appraise only the offices that they deal with, ten
 * sheets each: spread over all offices, a group of fifty would say nothing that may be shown.
 */
export const haifengSize: HaifengSize = {
  offices: 30,
  sheets: {
    "county-leaders": { sheets: 50, together: 10 },
    "county-offices": { sheets: 4000, together: 1 },
    townships: { sheets: 2000, together: 1 },
    delegates: { sheets: 150, together: 10 },
    public: { sheets: 3800, together: 1 },
  },
  opinions: 10,
};

/** Haifeng 2013: sheets, the unscored form, and the leading group's points. */
export function haifeng(size: HaifengSize = haifengSize): Script {
  const programme = Programme.parse(document);
  const { agencies, sections } = demoSections(county);
  const offices = sections.slice(0, size.offices);
  const units = offices.map((office) => ({
    ...sectionForm(office, "office", "2013-01-01"),
    tags: office.tags.filter((tag) => tag === "vertical"),
  }));
  const ids = offices.map(({ id }) => id);
  return {
    document: programme,
    round: { ...round, programme: programme.id, version: programme.version },
    imports: [{ agencies, units }, closedFrom(units, "2014-01-01")],
    ballots: [
      ...sheetsOf(programme, ids, size.sheets, round),
      ...opinionsOf(programme, ids, size.opinions, round),
    ],
    entries: [{ ledger: "leading-group-points", entries: offices.map(leadersPoints) }],
    publishIn: ["published"],
  };
}

function leadersPoints({ id }: DemoSection, index: number) {
  const random = randomOf(`leading group on ${id}`);
  const points = Math.min(10, 5.5 + 4 * qualityOf(id) + random.next());
  return {
    id: `haifeng-2013-points-${index + 1}`,
    unit: id,
    assessor: "leading-group",
    points: Math.round(points * 20) / 20,
    on: "2013-12-20",
    role: "评议活动领导小组",
    reason: "演示：依据平时检查和投诉记录酌定。",
    evidence: "演示：检查记录。",
  };
}
