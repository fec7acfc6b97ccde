import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { agencyOf } from "./shape.ts";

interface Input {
  agency: string;
  name: string;
  nameEn?: string | undefined;
}

export async function putAgency({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const row = { id: input.agency, name: input.name, nameEn: input.nameEn ?? null };
  await ctx.store.agencies.save(row);
  return agencyOf(row);
}
