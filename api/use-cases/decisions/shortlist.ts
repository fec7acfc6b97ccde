import { z } from "zod";
import { scoreRound } from "../../domain/scoring.ts";
import { Refusal } from "../../refusal.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { figuresOf, requireFrozen } from "../publication/figures.ts";

const Fixed = z.object({
  lists: z.array(z.object({ list: z.string(), units: z.array(z.string()) })),
});

/** Fixes the shortlist by what is counted so far, once: the ballots that mark its units are judged by it. */
export async function fixShortlist({ ctx, input }: { ctx: Context; input: { round: string } }) {
  requireOrganiser(ctx);
  const frozen = await requireFrozen(ctx, input.round);
  if (!frozen.programme.shortlist || frozen.state !== "open") throw new Refusal("round_state");
  const { counting, ledgers } = ctx.store;
  const id = `${frozen.id}/shortlist`;
  if (!(await ledgers.findDecision(id))) {
    const figures = await figuresOf(ctx, frozen, await counting.cells(frozen.id));
    const { lists } = scoreRound(frozen.programme, figures);
    await ledgers.decide({
      id,
      round: frozen.id,
      document: { kind: "shortlist", lists: lists.map(({ list, units }) => ({ list, units })) },
      recordedAt: ctx.clock(),
    });
  }
  const kept = await ledgers.findDecision(id);
  return { round: frozen.id, lists: Fixed.parse(kept?.document).lists };
}
