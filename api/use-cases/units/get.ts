import { Refusal } from "../../refusal.ts";
import { commitmentOf } from "../commitments/shape.ts";
import type { Context } from "../context.ts";
import { itemOf } from "../items/shape.ts";
import { today } from "../today.ts";
import { unitOf } from "./shape.ts";
import { successorsOf } from "./successors.ts";

/** The public form today, the commitment in force and the items. */
export async function getUnit({ ctx, input }: { ctx: Context; input: { unit: string } }) {
  const date = today(ctx);
  const row = await ctx.store.units.find(input.unit, date);
  if (!row) throw new Refusal("unknown_unit");
  const [successors, versions, items] = await Promise.all([
    successorsOf(ctx, [row], date),
    ctx.store.commitments.of(row.unit),
    ctx.store.items.of(row.unit),
  ]);
  const inForce = versions.find(({ validFrom }) => validFrom <= date);
  return {
    ...unitOf(row, successors.get(row.unit) ?? []),
    commitment: inForce ? commitmentOf(inForce) : null,
    items: items.map(itemOf),
  };
}
