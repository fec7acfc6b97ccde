import type { ComponentOf } from "../../../schema/programme.ts";
import { type Exact, exact, sumOf } from "../exact.ts";
import { groupBy } from "../group-by.ts";
import type { LedgerEntry, UnitSnapshot } from "../model.ts";
import type { Flag } from "../result.ts";
import { ledgerOf, type ScoringContext } from "./context.ts";
import { entryPoints, splitByWindow } from "./entries.ts";
import { computed, operand, type Scored, step } from "./scored.ts";

/** Sum of entries with its sign, capped. Only totals enter the trace: an entry could tell of a person. */
export function scoreLedgerPoints(
  component: ComponentOf<"ledger-points">,
  context: ScoringContext,
  unit: UnitSnapshot,
): Scored {
  const ledger = ledgerOf(context.programme, component.ledger, "points");
  const recorded = context.entriesOf(component.ledger, unit.id);
  const { counted, outside } = splitByWindow(recorded, ledger, context.figures);
  const worth = (entry: LedgerEntry) => entryPoints(entry, ledger.catalogue);
  const points = component.onePerDeed ? bestOfEachDeed(counted, worth) : counted.map(worth);
  const sum = sumOf(points);
  const cap = component.cap === undefined ? undefined : exact(component.cap);
  const capped = cap !== undefined && sum.gt(cap);
  const size = capped ? cap : sum;
  const value = component.sign === "add" ? size : size.neg();
  const limited = cap ? `min(${operand(cap)},${operand(sum)})` : operand(sum);
  const flags: Flag[] = [];
  if (capped) flags.push("capped");
  if (outside.length > 0) flags.push("entry_outside_window");
  return {
    outcome: computed(value),
    n: counted.length,
    flags,
    trace: [
      step(
        component.sign === "add" ? "points-added" : "points-taken",
        [
          ["entries", counted.length],
          ["counted", points.length],
          ["sum", sum],
          ...(cap ? [["cap", cap] satisfies [string, Exact]] : []),
        ],
        component.sign === "add" ? limited : `0-${limited}`,
        value,
      ),
    ],
    spread: { kind: "fixed" },
  };
}

/** Entries about one deed count once, at the highest; an entry that names no deed is a deed of its own. */
function bestOfEachDeed(
  entries: readonly LedgerEntry[],
  worth: (entry: LedgerEntry) => Exact,
): Exact[] {
  const deeds = groupBy(entries, (entry) =>
    entry.deed === undefined ? `entry ${entry.id}` : `deed ${entry.deed}`,
  );
  return [...deeds.values()].map((deed) =>
    deed.map(worth).reduce((highest, points) => (points.gt(highest) ? points : highest)),
  );
}
