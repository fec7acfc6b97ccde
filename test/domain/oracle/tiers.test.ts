import { expect, test } from "vitest";
import { checkTiers } from "../../../api/domain/ledgers.ts";
import { document } from "./engine.ts";

const supervisors = document("pingyang-thousand").ledgers.find(({ id }) => id === "supervisors");

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count);

/** All ways to put so many units into three tiers. */
function distributions(units: number): [number, number, number][] {
  return upTo(units).flatMap((first) =>
    upTo(units - first).map((second): [number, number, number] => [
      first,
      second,
      units - first - second,
    ]),
  );
}

/** At most one in each tier for three units or fewer; a third in each for more, those left over in different tiers. */
function isAllowed(counts: readonly number[], units: number): boolean {
  if (units <= 3) return counts.every((count) => count <= 1);
  const third = Math.floor(units / 3);
  const extras = counts.map((count) => count - third);
  return extras.every((extra) => extra === 0 || extra === 1);
}

test("marks are refused exactly where no further marks could bring every tier within its quota", () => {
  if (supervisors?.kind !== "score") throw new Error("Supervisors give marks.");
  const marks = [4.6, 3.2, 2.9];
  for (const units of upTo(14).slice(1)) {
    const allowed = distributions(units).filter((counts) => isAllowed(counts, units));
    for (const soFar of upTo(units).flatMap(distributions)) {
      const given = soFar.flatMap((count, tier) =>
        Array.from({ length: count }, (_, index) => ({
          unit: `u-${tier}-${index}`,
          points: marks[tier] ?? 0,
        })),
      );
      const canEndWell = allowed.some((final) =>
        final.every((count, tier) => count >= (soFar[tier] ?? 0)),
      );
      const refused = checkTiers(supervisors, given, units);
      expect({ units, soFar, fine: refused.length === 0 }).toEqual({
        units,
        soFar,
        fine: canEndWell,
      });
    }
  }
});
