import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { findRound } from "../rounds/find.ts";
import { decisionOf } from "./shape.ts";

export async function listDecisions({ ctx, input }: { ctx: Context; input: { round: string } }) {
  requireOrganiser(ctx);
  await findRound(ctx, input.round);
  const decisions = await ctx.store.ledgers.decisions(input.round);
  return {
    items: decisions.map(({ recordedAt, ...decision }) => decisionOf(decision, recordedAt)),
  };
}
