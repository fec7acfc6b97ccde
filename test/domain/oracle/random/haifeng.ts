import type { UnitSnapshot } from "../../../../api/domain/model.ts";
import type { Ballot, County } from "../county.ts";
import { lines } from "../haifeng.ts";
import { type Fact, numbered } from "./entries.ts";
import type { Luck } from "./luck.ts";

const groups = ["county-leaders", "county-offices", "townships", "delegates", "public"] as const;
const respondents = [
  "delegate",
  "advisory-member",
  "government-office",
  "enterprise",
  "farmer",
] as const;
const questions = ["work-style", "lawfulness", "openness", "efficiency", "integrity"];
const answers = ["satisfied", "basically", "dissatisfied", "dont-know"] as const;

function sheet(chance: Luck): Record<string, number> {
  const mood = chance.pick(["full", "nothing", "any", "any"]);
  const points = Object.fromEntries(
    lines.map(({ id, most }) => {
      if (mood === "any") return [id, chance.int(0, most * 2) / 2];
      return [id, mood === "full" ? most : 0];
    }),
  );
  if (!chance.oneIn(12)) return points;
  const line = chance.pick(["own-duty", "kept", "structure"]);
  const spoilt = chance.pick([100, 0.25, "left out", "unknown line"]);
  if (typeof spoilt === "number") return { ...points, [line]: spoilt };
  if (spoilt === "unknown line") return { ...points, posted: 2 };
  delete points[line];
  return points;
}

function opinion(unit: string, chance: Luck): Ballot["answers"] {
  const asked = questions.filter(() => !chance.oneIn(8));
  return {
    kind: "questionnaire",
    unit,
    ...(chance.oneIn(5) ? {} : { respondent: chance.pick(respondents) }),
    questions: Object.fromEntries(asked.map((question) => [question, chance.pick(answers)])),
  };
}

/** `plain` offices get one sheet, the same from every group. */
function ballots(
  unit: UnitSnapshot,
  shared: Record<string, number>,
  plain: boolean,
  chance: Luck,
): Omit<Ballot, "id">[] {
  const reached = groups.filter(() => plain || !chance.oneIn(5));
  const sheets = chance.oneIn(10)
    ? []
    : reached.flatMap((group) =>
        chance.times(chance.int(1, 2), () => ({
          group,
          channel: chance.oneIn(20) ? ("web" as const) : ("paper" as const),
          on: "2013-10-08",
          ...(chance.oneIn(20) ? { voided: true } : {}),
          answers: {
            kind: "sheet" as const,
            unit: unit.id,
            points: plain || chance.oneIn(2) ? shared : sheet(chance),
          },
        })),
      );
  const opinions = chance.times(chance.int(0, 2), () => ({
    group: chance.pick(groups),
    channel: "paper" as const,
    on: "2013-10-08",
    answers: opinion(unit.id, chance),
  }));
  return [...sheets, ...opinions];
}

/** Up to twenty-five offices, most of them judged alike, so that many tie. */
export function randomOffices(chance: Luck): County {
  const units: UnitSnapshot[] = chance.times(
    chance.oneIn(20) ? 25 : chance.pick([1, 2, 4, 8]),
    (index) => ({
      id: `u-${index}`,
      agency: `a-${chance.int(1, 4)}`,
      pool: "office",
      tags: chance.oneIn(4) ? ["vertical"] : [],
      system: "general",
      managedBy: "agency",
    }),
  );
  const shared = [sheet(chance), sheet(chance)] as const;
  const plain = chance.oneIn(3);
  const alike = plain || chance.oneIn(2);
  const marks: Fact[] = units
    .filter(() => !chance.oneIn(12))
    .map((unit) => ({
      ledger: "leading-group-points",
      unit: unit.id,
      assessor: "leading-group",
      points: alike ? 8 : chance.pick([0, 5, 7.25, 8, 8, 10]),
      on: "2013-11-20",
    }));
  return {
    units,
    ballots: units
      .flatMap((unit) => ballots(unit, chance.pick(shared), plain, chance))
      .map((ballot, index) => ({ ...ballot, id: `b${index}` })),
    entries: numbered(marks, chance),
    decisions: [],
    volumes: {},
    window: { from: "2013-01-01", to: "2013-12-31" },
  };
}
