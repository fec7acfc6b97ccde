import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { keyOf, pageOf } from "../page.ts";
import { devicesOf } from "./shape.ts";

export async function listDevices({
  ctx,
  input,
}: {
  ctx: Context;
  input: { cursor?: string | undefined; limit: number };
}) {
  requireOrganiser(ctx);
  const rows = await ctx.store.devices.list(keyOf(input.cursor), input.limit + 1);
  return pageOf(await devicesOf(ctx, rows), input.limit, (row) => row.id);
}
