import type { CatalogueEntry, ComponentOf, DateWindow } from "../../../schema/programme.ts";
import { type Exact, exact, meanOf, sumOf, zero } from "../exact.ts";
import type { LedgerEntry, UnitSnapshot } from "../model.ts";
import type { Flag, TraceStep } from "../result.ts";
import { inWindow } from "../validity/streams.ts";
import { ledgerOf, type ScoringContext } from "./context.ts";
import { entryPoints, splitByWindow } from "./entries.ts";
import { computed, operand, type Scored, step } from "./scored.ts";

type Sheet = ComponentOf<"deduction-sheet">;
type Part = Sheet["parts"][number];

/** A sheet that starts full. A unit without entries keeps full marks: that is the rule, not a gap in the data. */
export function scoreDeductionSheet(
  component: Sheet,
  context: ScoringContext,
  unit: UnitSnapshot,
): Scored {
  const ledger = ledgerOf(context.programme, component.ledger, "points");
  const recorded = context.entriesOf(component.ledger, unit.id);
  const { counted, outside } = splitByWindow(recorded, ledger, context.figures);
  const parts = component.parts.map((part) => markPart(part, counted, ledger.catalogue));
  const full = sumOf(component.parts.map((part) => exact(part.full)));
  const sheet = sumOf(parts.map((part) => part.mark));
  const value = sheet.div(full).mul(exact(component.points));
  const added = parts.map((part) => operand(part.mark)).join("+");
  const flags: Flag[] = outside.length > 0 ? ["entry_outside_window"] : [];
  return {
    outcome: computed(value),
    n: counted.length,
    flags: [...new Set([...flags, ...parts.flatMap((part) => part.flags)])],
    trace: [
      ...parts.flatMap((part) => part.trace),
      step(
        "sheet",
        [
          ["sheet", sheet],
          ["full", full],
          ["points", component.points],
        ],
        `(${added})/${operand(full)}×${component.points}`,
        value,
      ),
    ],
    spread: { kind: "fixed" },
  };
}

interface Marked {
  mark: Exact;
  flags: Flag[];
  trace: TraceStep[];
}

function markPart(
  part: Part,
  entries: readonly LedgerEntry[],
  catalogue: readonly CatalogueEntry[],
): Marked {
  const own = entries.filter((entry) => part.entries.includes(entry.entry ?? ""));
  if (!part.periods) return markPeriod(part, undefined, own, catalogue);
  const periods = part.periods.map((period) => markPeriod(part, period, own, catalogue));
  const between = own.some(
    (entry) => !part.periods?.some((period) => inWindow(entry.on, period.window)),
  );
  const marks = periods.map((period) => period.mark);
  const mark = meanOf(marks);
  const mean = step(
    "part-mean",
    [
      ["part", part.id],
      ["sum", sumOf(marks)],
      ["n", marks.length],
    ],
    `(${marks.map(operand).join("+")})/${marks.length}`,
    mark,
  );
  return {
    mark,
    flags: [
      ...periods.flatMap((period) => period.flags),
      ...(between ? (["entry_outside_periods"] as const) : []),
    ],
    trace: [...periods.flatMap((period) => period.trace), mean],
  };
}

function markPeriod(
  part: Part,
  period: { id: string; window: DateWindow } | undefined,
  entries: readonly LedgerEntry[],
  catalogue: readonly CatalogueEntry[],
): Marked {
  const within = entries.filter((entry) => !period || inWindow(entry.on, period.window));
  const taken = sumOf(within.map((entry) => entryPoints(entry, catalogue)));
  const full = exact(part.full);
  const floored = taken.gt(full);
  const mark = floored ? zero : full.sub(taken);
  const formula = `max(0,${operand(full)}-${operand(taken)})`;
  const trace = step(
    "part",
    [
      ["part", part.id],
      ...(period ? [["period", period.id] satisfies [string, string]] : []),
      ["full", full],
      ["entries", within.length],
      ["taken", taken],
    ],
    formula,
    mark,
  );
  return { mark, flags: floored ? ["floored"] : [], trace: [trace] };
}
