import type { Context } from "../context.ts";
import { requireUnit } from "../units/require.ts";
import { versionOf } from "./shape.ts";

export async function listCommitments({ ctx, input }: { ctx: Context; input: { unit: string } }) {
  await requireUnit(ctx, input.unit);
  const versions = await ctx.store.commitments.of(input.unit);
  return { items: versions.map(versionOf) };
}
