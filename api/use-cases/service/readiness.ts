import { Refusal } from "../../refusal.ts";
import type { Context } from "../context.ts";

export async function readiness({ ctx }: { ctx: Context }) {
  await ctx.store.ping().catch(() => {
    throw new Refusal("storage_failed");
  });
  return { status: "ok" as const };
}
