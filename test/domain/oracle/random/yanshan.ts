import type { Decision, UnitSnapshot } from "../../../../api/domain/model.ts";
import type { Ballot, County } from "../county.ts";
import { type Fact, numbered } from "./entries.ts";
import type { Luck } from "./luck.ts";

const tags = ["registration", "tax", "business-start", "industry", "public-service", "livelihood"];
const groups = [
  "leaders",
  "new-business",
  "project-heads",
  "people-served",
  "public",
  "public",
] as const;
const problems = ["cold", "idle", "shirking", "disorder", "greed"];

function ballot(units: readonly UnitSnapshot[], chance: Luck): Omit<Ballot, "id"> {
  const group = chance.pick(groups);
  const channel = group === "leaders" ? ("paper" as const) : ("web" as const);
  const most = chance.oneIn(8) ? 12 : chance.int(1, 10);
  const sections = chance.some(units, most);
  // Some name a section twice.
  const again = chance.oneIn(6) ? chance.some(sections, 1) : [];
  const nominations = [...sections, ...again].map((unit) => ({
    unit: unit.id,
    problems: chance.oneIn(20) ? [] : chance.some(problems, chance.int(1, 3)),
    ...(chance.oneIn(20)
      ? {}
      : { case: { date: chance.pick(["2024-01-01", "2024-05-20", "2024-05-20", "2023-12-31"]) } }),
  }));
  return {
    group,
    channel: chance.oneIn(25) ? "sms" : channel,
    on: "2024-07-03",
    ...(chance.oneIn(20) ? { voided: true } : {}),
    answers: { kind: "nominate", nominations },
  };
}

function matters(unit: UnitSnapshot, chance: Luck): Fact[] {
  return chance.times(chance.pick([0, 0, 1, 3]), () => ({
    ledger: "matters",
    unit: unit.id,
    entry: chance.pick([
      "hotline-12345",
      "online-platform",
      "petition",
      "leaders-mailbox",
      "discipline",
    ]),
    points: 1,
    on: chance.pick(["2024-07-01", "2024-07-14", "2024-07-05", "2024-07-15"]),
  }));
}

/** Few sections and few votes, so that many tie; ballots too long, too early and out of scope among them. */
export function randomSections(chance: Luck): County {
  const units: UnitSnapshot[] = chance.times(chance.int(2, 14), (index) => ({
    id: `u-${index}`,
    agency: `a-${chance.int(1, 4)}`,
    pool: "section",
    tags: chance.some(tags, chance.int(0, 3)),
    system: "general",
    managedBy: "agency",
  }));
  const decisions: Decision[] = chance.oneIn(4)
    ? []
    : [
        {
          id: "d1",
          kind: "award-count",
          about: "yellow-card",
          count: chance.int(1, 5),
          role: "Conduct section",
          reason: "Most votes of the quarter.",
        },
      ];
  return {
    units,
    ballots: chance.times(chance.int(0, 24), (index) => ({
      ...ballot(units, chance),
      id: `b${index}`,
    })),
    entries: numbered(
      units.flatMap((unit) => matters(unit, chance)),
      chance,
    ),
    decisions,
    volumes: {},
    window: { from: "2024-07-01", to: "2024-07-14" },
  };
}
