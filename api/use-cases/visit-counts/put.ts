import type { VisitCountRow } from "../../store/visit-counts.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { refuseUnknown } from "../faults.ts";

export async function putVisitCounts({
  ctx,
  input,
}: {
  ctx: Context;
  input: { items: VisitCountRow[] };
}) {
  requireOrganiser(ctx);
  const mentions = input.items.map(({ unit }, place) => ({
    id: unit,
    pointer: `/items/${place}/unit`,
  }));
  const known = await ctx.store.units.known(mentions.map(({ id }) => id));
  refuseUnknown("unknown_unit", mentions, known);
  await ctx.store.visitCounts.save(input.items);
  return { stored: input.items.length };
}
