import { Refusal } from "../../refusal.ts";
import type { RoundRow } from "../../store/rounds.ts";
import type { Context } from "../context.ts";

/** The round of the path; it must be there. */
export async function findRound(ctx: Pick<Context, "store">, id: string): Promise<RoundRow> {
  const row = await ctx.store.rounds.find(id);
  if (!row) throw new Refusal("unknown_round");
  return row;
}
