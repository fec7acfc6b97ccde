import { Refusal } from "../../refusal.ts";
import type { Context } from "../context.ts";
import { agencyOf } from "./shape.ts";

export async function getAgency({ ctx, input }: { ctx: Context; input: { agency: string } }) {
  const row = await ctx.store.agencies.find(input.agency);
  if (!row) throw new Refusal("unknown_agency");
  return agencyOf(row);
}
