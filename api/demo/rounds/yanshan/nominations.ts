import type { Programme } from "../../../../schema/programme.ts";
import { type Random, randomOf } from "../../random.ts";
import { dayOf } from "../days.ts";
import { pick, qualityOf } from "../quality.ts";
import type { GivenBallot } from "../script.ts";
import type { DemoSection } from "../sections.ts";

/** How many vote in each group. */
export type Voters = Readonly<Record<string, number>>;

interface Span {
  from: string;
  to: string;
}

const most = 10;
const problems = ["cold", "idle", "shirking", "disorder", "greed"].map(
  (problem, index) => [problem, [8, 6, 9, 5, 1][index] ?? 1] as const,
);
const earlyCase = "2023-11-06";
/** Of the paper ballots, one in so many names too many sections, has one case too early, or nothing else. */
const paperFaults = { tooMany: 25, oneEarly: 18, allEarly: 50 };

/** Ballots of every group, each about the sections that the group is asked about. */
export function votesOf(
  { groups }: Programme,
  sections: readonly DemoSection[],
  voters: Voters,
  span: Span,
): GivenBallot[] {
  const day = dayOf(span);
  return groups.flatMap(({ id: group, channels, scope }) => {
    const random = randomOf(`votes of ${group}`);
    const asked = sections.filter(
      ({ tags }) => !scope?.tags || scope.tags.some((tag) => tags.includes(tag)),
    );
    const channel = channels[0] ?? "web";
    return Array.from({ length: voters[group] ?? 0 }, (_, index): GivenBallot => {
      const paper = channel === "paper" ? index + 1 : 0;
      const names = isEach(paper, paperFaults.tooMany) ? most + 2 : random.whole(1, 5);
      const chosen = pick(asked, names, ({ id }) => (1.02 - qualityOf(id)) ** 3, random);
      const nominations = chosen.map(({ id }) => nominationOf(id, random));
      if (isEach(paper, paperFaults.allEarly)) nominations.forEach(makeEarly);
      else if (isEach(paper, paperFaults.oneEarly)) nominations.slice(-1).forEach(makeEarly);
      return {
        instrument: "nomination",
        group,
        channel,
        on: day(random),
        answers: { kind: "nominate", nominations },
      };
    });
  });
}

const isEach = (number: number, nth: number) => number > 0 && number % nth === 0;

const dayOfCase = dayOf({ from: "2024-01-01", to: "2024-06-30" });

function nominationOf(unit: string, random: Random) {
  const named = random.weighted(problems);
  const besides = random.chance(0.25) ? random.weighted(problems) : named;
  return {
    unit,
    problems: [...new Set([named, besides])],
    case: { date: dayOfCase(random), text: "演示：去办事，被要求多跑了一趟。" },
  };
}

function makeEarly(nomination: { case: { date: string } }): void {
  nomination.case.date = earlyCase;
}

/** What people tried online and the service sent back: too many names, a case too early, a section out of the group's scope. */
export function mistakes(sections: readonly DemoSection[], { from }: Span): GivenBallot[] {
  const random = randomOf("mistakes in Yanshan");
  const outside = sections.filter(({ tags }) => tags.includes("tax")).slice(0, 1);
  const early = sections.slice(0, 1).map(({ id }) => nominationOf(id, random));
  early.forEach(makeEarly);
  return [
    ["public", sections.slice(0, most + 1).map(({ id }) => nominationOf(id, random))] as const,
    ["public", early] as const,
    ["people-served", outside.map(({ id }) => nominationOf(id, random))] as const,
  ].map(([group, nominations]) => ({
    instrument: "nomination",
    group,
    channel: "web",
    on: from,
    answers: { kind: "nominate", nominations: [...nominations] },
  }));
}
