import type { Programme } from "../../../../schema/programme.ts";
import { type Random, randomOf } from "../../random.ts";
import { dayOf } from "../days.ts";
import { qualityOf } from "../quality.ts";
import type { GivenBallot } from "../script.ts";
import type { Form } from "./units.ts";

/** Votes on one unit in a half-year, at least and at most. */
export type Votes = readonly [least: number, most: number];

/** Reached only by boat: nobody was served, and nobody could be asked. */
const unitWithoutVotes = "南麂中队";
/** A few units so small that nothing of them may be shown, and more that fall under the rule for small samples. */
const tinyOneIn = 70;
const tiny: Votes = [4, 9];
const small: Votes = [12, 29];

/** Telephone and SMS votes of both half-years. */
export function satisfactionOf(
  { streams, id, version }: Programme,
  units: readonly Form[],
  votes: Votes,
): GivenBallot[] {
  const halves = streams.filter(({ instrument }) => instrument === "satisfaction");
  return halves.flatMap(({ window, id: half }) => {
    if (!window) throw new Error(`${half} has no dates`);
    const day = dayOf(window);
    return units.flatMap((unit, index) => {
      const random = randomOf(`${id} ${version} ${half} of ${unit.id}`);
      return Array.from({ length: countOf(unit, index, votes, random) }, () => ({
        instrument: "satisfaction",
        ...voterOf(unit, random),
        on: day(random),
        answers: { kind: "levels" as const, unit: unit.id, level: levelOf(unit.id, random) },
      }));
    });
  });
}

function countOf({ name }: Form, index: number, votes: Votes, random: Random): number {
  if (name === unitWithoutVotes) return 0;
  if (index % tinyOneIn === tinyOneIn - 1) return random.whole(...tiny);
  return random.whole(...(random.chance(0.1) ? small : votes));
}

/** Enforcement units are asked about through sampled case files too. */
function voterOf({ pool }: Form, random: Random) {
  const parties = pool === "enforcement" && random.chance(0.3);
  return {
    group: parties ? "case-parties" : "service-objects",
    channel: random.chance(0.6) ? ("phone" as const) : ("sms" as const),
  };
}

function levelOf(unit: string, random: Random): string {
  const quality = qualityOf(unit);
  return random.weighted([
    ["satisfied", 0.3 + 0.65 * quality],
    ["basically", 0.35 - 0.15 * quality],
    ["dissatisfied", 0.32 - 0.3 * quality],
  ]);
}
