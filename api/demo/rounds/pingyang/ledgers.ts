import type { CatalogueEntry, Programme } from "../../../../schema/programme.ts";
import type { LedgerEntryInput } from "../../../../sdk/index.ts";
import { type Random, randomOf } from "../../random.ts";
import { dayOf } from "../days.ts";
import { qualityOf } from "../quality.ts";
import type { Form } from "./units.ts";

/** How many facts each ledger of points holds for a hundred units, and whether it is good to be in it. */
const facts: Readonly<Record<string, { each100: number; good?: true }>> = {
  complaints: { each100: 60 },
  "online-complaints": { each100: 30 },
  inspection: { each100: 25 },
  commendations: { each100: 14, good: true },
};

/** Disciplinary cases and the highest honours are rare. */
const rare = /^(case-head|case-unit|earlier-head|earlier-unit|national|epidemic-first)$/;

/** Complaints by quarter, online supervision, inspection and bonus matters, within the ledgers' own dates. */
export function factsOf(programme: Programme, units: readonly Form[], year: number) {
  return programme.ledgers.flatMap((ledger) => {
    const { each100 = 0, good } = facts[ledger.id] ?? {};
    if (ledger.kind !== "points" || !ledger.window) return [];
    const random = randomOf(`${ledger.id} of ${year}`);
    const day = dayOf(ledger.window);
    const weights = units.map(({ id }) => {
      const quality = qualityOf(id);
      return [id, good ? quality ** 2 : (1.05 - quality) ** 2] as const;
    });
    const kinds = ledger.catalogue.map((kind) => [kind, rare.test(kind.id) ? 0.06 : 1] as const);
    const count = Math.round((each100 * units.length) / 100);
    const entries = Array.from({ length: count }, (_, index) => ({
      id: `pingyang-${year}-${ledger.id}-${index + 1}`,
      unit: random.weighted(weights),
      ...factOf(random.weighted(kinds), random),
      on: day(random),
      role: ledger.role.zh,
      reason: `演示：${ledger.label.zh}记录一件。`,
      evidence: "演示：案卷编号从略。",
    }));
    return [{ ledger: ledger.id, entries: [...entries, ...secondHonours(entries, ledger.id)] }];
  });
}

function factOf({ id, points, modifiers }: CatalogueEntry, random: Random) {
  const modifier = random.chance(0.2) ? modifiers?.[0]?.id : undefined;
  return {
    entry: id,
    points: typeof points === "number" ? points : random.whole(points.from, points.to),
    modifiers: modifier === undefined ? [] : [modifier],
  };
}

/** A deed that the city commended and the province after it: it counts once, at its highest. */
function secondHonours(entries: readonly LedgerEntryInput[], ledger: string): LedgerEntryInput[] {
  if (ledger !== "commendations") return [];
  return entries
    .filter(({ entry }) => entry === "municipal")
    .slice(0, 3)
    .flatMap((first) => {
      const deed = `${first.id}-deed`;
      return [
        { ...first, id: `${first.id}-city`, deed },
        { ...first, id: `${first.id}-province`, deed, entry: "provincial", points: 3 },
      ];
    });
}
