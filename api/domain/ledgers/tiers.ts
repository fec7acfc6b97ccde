import type { ScoreLedger } from "../../../schema/programme.ts";
import type { Refusal } from "./refusals.ts";

type Tiers = NonNullable<ScoreLedger["tiers"]>;

/**
 * Checks the marks that one assessor gave its units against the quota of tiers. A small agency has at most so many in
 * each tier; a larger one ⌊n ÷ tiers⌋ in each, and those left over in different tiers. Marks may still be incomplete:
 * refused is what no completion could mend. `units` is how many units the assessor must mark in all.
 */
export function checkTiers(
  ledger: ScoreLedger,
  marks: readonly { unit: string; points: number }[],
  units: number,
): Refusal[] {
  const { tiers } = ledger;
  if (!tiers) return [];
  const members = new Map(tiers.levels.map((level): [string, number[]] => [level.id, []]));
  const strays: number[] = [];
  marks.forEach(({ points }, index) => {
    const level = tiers.levels.find(({ from, to }) => from <= points && points <= to);
    (members.get(level?.id ?? "") ?? strays).push(index);
  });
  const over = [...members.values()].flatMap((indexes) => indexes.slice(mostIn(tiers, units)));
  return [
    ...strays.map((index): Refusal => ({ code: "not_in_a_tier", pointer: `/${index}/points` })),
    ...[...over, ...tooManyExtras(tiers, units, [...members.values()])].map(
      (index): Refusal => ({ code: "tier_full", pointer: `/${index}/points` }),
    ),
  ];
}

/** The most that any tier can hold. */
function mostIn({ levels, quota }: Tiers, units: number): number {
  if (units <= quota.smallAgency) return quota.smallAgencyMost;
  const share = Math.floor(units / levels.length);
  return units % levels.length === 0 ? share : share + 1;
}

/** Only as many tiers as units are left over may hold one more than the equal share. */
function tooManyExtras({ levels, quota }: Tiers, units: number, members: number[][]): number[] {
  const left = units % levels.length;
  if (units <= quota.smallAgency || left === 0) return [];
  const share = Math.floor(units / levels.length);
  const extras = members.flatMap((indexes) => indexes.slice(share, share + 1));
  return extras.slice(left);
}
