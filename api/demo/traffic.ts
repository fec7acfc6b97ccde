import type { OpenDay } from "./calendar.ts";
import { type Random, randomOf } from "./random.ts";
import type { DemoUnit } from "./units.ts";

export interface Rating {
  unit: string;
  /** `09:41`, local. */
  time: string;
  /** Place in the instrument's levels, 0 the best. */
  level: number;
  /** Reference of the visit, where the window hands one out. */
  visit?: string;
  /** From 0, less than 1: picks a reason after a bad rating, where the instrument asks for reasons. */
  mood: number;
}

export interface UnitDay {
  unit: string;
  on: string;
  visits: number;
  ratings: Rating[];
}

interface Character {
  visitsPerDay: number;
  /** Share of visitors who rate. */
  rated: number;
  /** Weights of the five levels. */
  levels: readonly number[];
  handsOutReferences: boolean;
}

/** Share of an ordinary day's visitors by the hour in which they come. */
const hours = [
  [8, 9],
  [9, 23],
  [10, 21],
  [11, 9],
  [14, 13],
  [15, 15],
  [16, 10],
] as const;

/** Everybody goes there by boat, and in this month nobody did. */
const unitWithoutVisitors = "南麂中队";

/** A month at the windows: how many came to each unit, who rated and what they said. */
export function trafficOf(
  units: readonly DemoUnit[],
  days: readonly OpenDay[],
  { seed, about }: { seed: string; about: number },
): UnitDay[] {
  const characters = units.map((unit) => ({
    unit,
    character: characterOf(unit, randomOf(`${seed} character of ${unit.id}`)),
  }));
  const expected = characters.reduce(
    (sum, { character }) => sum + character.visitsPerDay * character.rated * busyDays(days),
    0,
  );
  const scale = about / expected;
  return characters.flatMap(({ unit, character }) => {
    const random = randomOf(`${seed} month of ${unit.id}`);
    return days.map((day) => unitDay(unit, day, character, scale, random));
  });
}

function characterOf(unit: DemoUnit, random: Random): Character {
  const idle = ["policy-section", "enforcement-team"].includes(unit.kind.id) && random.chance(0.22);
  const bad = !idle && random.chance(0.03);
  const good = random.next();
  const levels = bad
    ? [14, 18, 26, 24, 18]
    : [38 + 34 * good, 30 - 8 * good, 20 - 12 * good, 6 - 4 * good, 3 - 2.2 * good];
  const ordinary = unit.kind.visits * Math.exp(1.3 * (random.next() - 0.5));
  return {
    visitsPerDay: unit.unit === unitWithoutVisitors ? 0 : idle ? 0.25 : ordinary,
    rated: 0.35 + 0.5 * random.next(),
    levels,
    handsOutReferences: random.chance(0.3),
  };
}

const busyDays = (days: readonly OpenDay[]) => days.reduce((sum, { busy }) => sum + busy, 0);

function unitDay(
  unit: DemoUnit,
  day: OpenDay,
  character: Character,
  scale: number,
  random: Random,
): UnitDay {
  const halls = ["hall-window", "civil-service", "police-station", "utility"];
  const open = !day.halfDay || halls.includes(unit.kind.id);
  const visits = open ? random.poisson(character.visitsPerDay * day.busy * scale) : 0;
  const ratings = Array.from({ length: visits }, (_, index) => index)
    .filter(() => random.chance(character.rated))
    .map((index) => ratingOf(unit, day, index, character, random));
  ratings.sort((one, other) => one.time.localeCompare(other.time));
  return { unit: unit.id, on: day.on, visits, ratings };
}

function ratingOf(
  unit: DemoUnit,
  day: OpenDay,
  visitor: number,
  character: Character,
  random: Random,
): Rating {
  const hour = random.weighted(
    hours.filter(([start]) => !day.halfDay || start < 12).map(([start, share]) => [start, share]),
  );
  const minute = random.whole(0, 59);
  // Queues make tempers short.
  const crowded = day.busy > 1.2 && (hour === 9 || hour === 10);
  const levels = character.levels.map(
    (weight, index) => [index, weight * (crowded && index >= 3 ? 1.6 : 1)] as const,
  );
  return {
    unit: unit.id,
    time: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`,
    level: random.weighted(levels),
    ...(character.handsOutReferences && {
      visit: `${unit.id}-${day.on.replaceAll("-", "")}-${visitor + 1}`,
    }),
    mood: random.next(),
  };
}
