import type { Context } from "../context.ts";
import { keyOf, pageOf } from "../page.ts";
import { agencyOf } from "./shape.ts";

export async function listAgencies({
  ctx,
  input,
}: {
  ctx: Context;
  input: { cursor?: string; limit: number };
}) {
  const rows = await ctx.store.agencies.list(keyOf(input.cursor), input.limit + 1);
  return pageOf(rows.map(agencyOf), input.limit, (row) => row.id);
}
