import type { LedgerEntryInput } from "../../../../sdk/index.ts";
import { groupBy } from "../../group.ts";
import { randomOf } from "../../random.ts";
import { qualityOf } from "../quality.ts";
import type { Form } from "./units.ts";

/** Tiers from the best, in tenths of a point. Nobody's mark is below two. */
const tiers = [
  [40, 50],
  [30, 39],
  [20, 29],
] as const;

/** Marks by agencies and townships, each spreading its own units over the tiers as the quota asks; dual-managed units get two. */
export function supervisorsMarks(units: readonly Form[], year: number): LedgerEntryInput[] {
  const byAgency = units.filter(({ managedBy }) => managedBy !== "township");
  const byTownship = units.filter(({ managedBy }) => managedBy !== "agency" && managedBy);
  return [
    ...marksBy(
      "agency",
      groupBy(byAgency, ({ agency }) => agency),
      year,
    ),
    ...marksBy(
      "township",
      groupBy(byTownship, ({ township }) => township ?? ""),
      year,
    ),
  ];
}

function marksBy(assessor: string, bodies: ReadonlyMap<string, Form[]>, year: number) {
  return [...bodies.values()].flatMap((own) => {
    const ranked = [...own].sort((one, other) => qualityOf(other.id) - qualityOf(one.id));
    return ranked.map(({ id }, place) => {
      const random = randomOf(`mark of ${id} by its ${assessor} in ${year}`);
      const [least, most] = tiers[tierOf(place, ranked.length)] ?? tiers[1];
      return {
        id: `pingyang-${year}-mark-${assessor}-${id}`,
        unit: id,
        assessor,
        points: random.whole(least, most) / 10,
        on: `${year}-11-08`,
        role: assessor === "agency" ? "主管部门" : "乡镇",
        reason: "演示：主管单位按档次评分。",
      };
    });
  });
}

/** An equal share in each tier; who is left over goes one each into the best and the middle tier. */
function tierOf(place: number, units: number): number {
  const share = Math.floor(units / tiers.length);
  const left = units % tiers.length;
  const inBest = share + (left > 0 ? 1 : 0);
  const inMiddle = share + (left > 1 ? 1 : 0);
  if (place < inBest) return 0;
  return place < inBest + inMiddle ? 1 : 2;
}
