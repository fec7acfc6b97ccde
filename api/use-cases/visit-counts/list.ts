import type { Context } from "../context.ts";
import { requireUnit } from "../units/require.ts";

interface Input {
  unit: string;
  from: string;
  to: string;
}

export async function listVisitCounts({ ctx, input }: { ctx: Context; input: Input }) {
  await requireUnit(ctx, input.unit);
  const rows = await ctx.store.visitCounts.of(input.unit, input.from, input.to);
  return { items: rows.map(({ on, visits }) => ({ on, visits })) };
}
