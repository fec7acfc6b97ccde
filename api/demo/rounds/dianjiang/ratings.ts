import { type Random, randomOf } from "../../random.ts";
import { dayOf } from "../days.ts";
import { qualityOf } from "../quality.ts";
import type { GivenBallot } from "../script.ts";
import type { DemoSection } from "../sections.ts";
import { isClean, type Role } from "./cast.ts";
import type { Quarter } from "./quarters.ts";

/** How many letters come back from each group. */
export type Letters = Readonly<Record<string, number>>;

const levels = ["very-good", "good", "fair", "poor", "very-poor"] as const;
const reasons = ["misuse", "shirking", "delay", "disorder", "coldness", "incompetence"] as const;
const fewRatings = 6;

type Cast = ReadonlyMap<string, Role>;

/** Ratings of one quarter: by link and by telephone about every section, by letter about some. */
export function ratingsOf(
  sections: readonly DemoSection[],
  cast: Cast,
  quarter: Quarter,
  { ratings, letters }: { ratings: readonly [number, number]; letters: Letters },
): GivenBallot[] {
  const day = dayOf(quarter);
  const give = (section: DemoSection, group: string, channel: Channel, random: Random) => ({
    instrument: "rating",
    group,
    channel,
    on: day(random),
    answers: answersOn(section, isClean(cast.get(section.id), quarter.number), random),
  });
  const called = sections.flatMap((section) => {
    const random = randomOf(`ratings of ${section.id} in quarter ${quarter.number}`);
    const few = cast.get(section.id) === "hardly-rated";
    const count = few ? fewRatings : random.whole(...ratings);
    return Array.from({ length: count }, () => {
      const group = groupOf(section, random);
      return give(section, group, channelOf(group, quarter, random), random);
    });
  });
  const rated = sections.filter(({ id }) => cast.get(id) !== "hardly-rated");
  const written = Object.entries(letters).flatMap(([group, count]) => {
    const random = randomOf(`letters of ${group} in quarter ${quarter.number}`);
    const weights = rated.map((section) => [section, 1] as const);
    return Array.from({ length: count }, () =>
      give(random.weighted(weights), group, "letter", random),
    );
  });
  return [...called, ...written];
}

type Channel = "sms" | "phone" | "letter";

function groupOf({ kind }: DemoSection, random: Random): string {
  if (kind === "enforcement") return "enforcement-subjects";
  return random.chance(0.25) ? "new-business" : "people-served";
}

/** Links went out from the second quarter on; subjects of enforcement are called. */
function channelOf(group: string, { number }: Quarter, random: Random): Channel {
  return number > 1 && group !== "enforcement-subjects" && random.chance(0.6) ? "sms" : "phone";
}

function answersOn({ id }: DemoSection, clean: boolean, random: Random): GivenBallot["answers"] {
  const quality = qualityOf(id);
  const bad = clean ? 0 : 1;
  const level = random.weighted([
    [levels[0], 0.2 + 0.5 * quality],
    [levels[1], 0.3],
    [levels[2], 0.2 - 0.1 * quality],
    [levels[3], bad * (0.22 - 0.2 * quality)],
    [levels[4], bad * (0.13 - 0.12 * quality)],
  ]);
  const isBad = level === "poor" || level === "very-poor";
  const reason = reasons[random.whole(0, reasons.length - 1)];
  return {
    kind: "levels",
    unit: id,
    level,
    ...(isBad && reason !== undefined && { reasons: [reason] }),
  };
}
