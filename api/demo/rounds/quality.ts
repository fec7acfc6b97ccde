import { randomOf } from "../random.ts";

/** How well an invented unit serves, from 0 to 1, the same in every round: a few are bad, most are middling to good. */
export function qualityOf(unit: string): number {
  const random = randomOf(`how well serves ${unit}`);
  const bad = random.chance(0.06);
  const within = random.next();
  return bad ? 0.05 + 0.3 * within : 0.45 + 0.5 * within;
}

/** Some of the members, each at most once, the likelier the more they weigh. */
export function pick<Member>(
  members: readonly Member[],
  count: number,
  weightOf: (member: Member) => number,
  random: { next(): number },
): Member[] {
  // Exponential keys: the smallest of them are a weighted sample without replacement (Efraimidis and Spirakis, 2006).
  return members
    .map((member) => ({ member, key: -Math.log(1 - random.next()) / weightOf(member) }))
    .sort((one, other) => one.key - other.key)
    .slice(0, count)
    .map(({ member }) => member);
}
