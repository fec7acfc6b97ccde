import type { UnitSnapshot } from "../../../../api/domain/model.ts";
import type { Ballot, County } from "../county.ts";
import { checklist, furtherQuestions, improvements, levels, surveyQuestions } from "../neixiang.ts";
import type { Luck } from "./luck.ts";

type Form = Omit<Ballot, "id" | "on" | "voided">;

/** Mostly an option of the question, seldom one that is not on the form, sometimes nothing. */
function answered(of: Readonly<Record<string, string[]>>, chance: Luck): Record<string, string> {
  const spoilt = chance.oneIn(25);
  return Object.fromEntries(
    Object.entries(of)
      .filter(() => !chance.oneIn(3))
      .map(([question, options]) => [
        question,
        spoilt ? "perhaps" : (chance.some(options, 1)[0] ?? "perhaps"),
      ]),
  );
}

function level(chance: Luck): string {
  return chance.oneIn(30) ? "splendid" : (chance.some(levels, 1)[0] ?? "splendid");
}

const forms: readonly [
  (unit: string, chance: Luck) => Form,
  ...((unit: string, chance: Luck) => Form)[],
] = [
  (unit, chance) => ({
    group: "visitors",
    channel: chance.pick(["kiosk", "qr", "paper", "kiosk", "web"]),
    answers: { kind: "levels", unit, level: level(chance) },
  }),
  (unit, chance) => ({
    group: "online-users",
    channel: chance.pick(["web", "platform", "system_default", "web", "phone"]),
    answers: {
      kind: "levels",
      unit,
      level: level(chance),
      ...(chance.oneIn(2) ? { questions: answered(furtherQuestions, chance) } : {}),
      ...(chance.oneIn(3) ? { reasons: chance.some(improvements, 2) } : {}),
    },
  }),
  (unit, chance) => ({
    group: chance.pick(["called-back", "surveyed"]),
    channel: chance.pick(["phone", "web", "interview"]),
    answers: { kind: "questionnaire", unit, questions: answered(surveyQuestions, chance) },
  }),
  (unit, chance) => ({
    group: "assessors",
    channel: "third_party",
    answers: {
      kind: "checklist",
      unit,
      items: Object.fromEntries(
        checklist
          .filter(() => !chance.oneIn(40))
          .map((item) => [item, chance.pick(["met", "met", "not-met", "not-applicable"])]),
      ),
    },
  }),
];

/** A month at a few windows and platforms, some of which nobody visited or nobody counted. */
export function randomMonth(chance: Luck): County {
  const units: UnitSnapshot[] = chance.times(chance.int(1, 5), (index) => ({
    id: `u-${index}`,
    agency: `a-${chance.int(1, 3)}`,
    pool: chance.oneIn(3) ? "platform" : "window",
    tags: [],
    system: "general",
    managedBy: "agency",
  }));
  const ballots = units.flatMap((unit) =>
    chance.times(chance.pick([0, 1, 8, 20]), () => ({
      ...chance.pick(forms)(unit.id, chance),
      on: "2020-09-10",
      ...(chance.oneIn(20) ? { voided: true } : {}),
    })),
  );
  return {
    units,
    ballots: ballots.map((ballot, index) => ({ ...ballot, id: `b${index}` })),
    entries: [],
    decisions: [],
    volumes: Object.fromEntries(
      units.filter(() => !chance.oneIn(5)).map((unit) => [unit.id, chance.pick([0, 40, 120])]),
    ),
    window: { from: "2020-09-01", to: "2020-09-30" },
  };
}
