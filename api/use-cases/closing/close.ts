import { Refusal } from "../../refusal.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { requireFrozen } from "../publication/figures.ts";
import { getRound } from "../rounds/get.ts";
import { recount } from "./recount.ts";

interface Input {
  round: string;
  early?: { role: string; reason: string } | undefined;
}

/**
 * Closes a round. The urn's gate comes first: whatever arrives from then on is late by the ballot's own transaction, so
 * that nothing moves while the ballots are counted anew. Every step can be repeated, so that a round whose closing was
 * interrupted is closed by asking again.
 */
export async function closeRound({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const frozen = await requireFrozen(ctx, input.round);
  if (frozen.state === "draft") throw new Refusal("round_state");
  if (frozen.state === "open") await count(ctx, frozen, input.early);
  if (ctx.clock() >= frozen.acceptsUntilAt) await ctx.keys.destroyVisitKey(frozen.id);
  return getRound({ ctx, input: { round: input.round } });
}

async function count(ctx: Context, frozen: FrozenRound, early: Input["early"]): Promise<void> {
  const { counting, frozenRounds, ledgers } = ctx.store;
  const now = ctx.clock();
  if ((await counting.gateState(frozen.id)) !== "counted") {
    if (now < frozen.acceptsUntilAt) {
      if (!early) throw new Refusal("round_still_accepts");
      await ledgers.decide({
        id: `${frozen.id}/close-early`,
        round: frozen.id,
        document: { kind: "close-early", ...early },
        recordedAt: now,
      });
    }
    await counting.stopCounting(frozen);
  }
  await recount(ctx, frozen);
  await frozenRounds.close(frozen.id);
}
