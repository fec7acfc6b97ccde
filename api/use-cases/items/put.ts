import type { z } from "zod";
import type { ItemBody } from "../../../schema/contract/items.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { requireUnit } from "../units/require.ts";
import { rowOf } from "./shape.ts";

type Input = z.output<typeof ItemBody> & { unit: string; item: string };

export async function putItem({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const { unit, item: code, ...description } = input;
  await requireUnit(ctx, unit);
  const item = { code, ...description };
  await ctx.store.items.save(rowOf(unit, item));
  return item;
}
