import { z } from "zod";
import { closedListHash, draw, drawSeed } from "../../domain/draw.ts";
import { Refusal } from "../../refusal.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { requireFrozen } from "../publication/figures.ts";
import { findRound } from "../rounds/find.ts";

interface Input {
  round: string;
  stream: string;
  publicValue: string;
  role: string;
}

const hashes = z.array(z.string());
const KeptDraw = z.object({
  kind: z.literal("draw"),
  stream: z.string(),
  publicValue: z.string(),
  listHash: z.string(),
  seed: z.string(),
  purpose: z.string(),
  size: z.number(),
  drawn: hashes,
  list: hashes,
  role: z.string(),
});

/**
 * Draws the ballots of a stream that count. The draw is kept before any ballot is counted by it, so that one
 * which was interrupted is finished, never done anew.
 */
export async function drawBallots({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const frozen = await requireFrozen(ctx, input.round);
  const size = sizeOf(frozen, input.stream);
  if (frozen.state !== "closed") throw new Refusal("round_state");
  const { counting, ledgers } = ctx.store;
  const id = `${frozen.id}/draw/${input.stream}`;
  if (!(await ledgers.findDecision(id))) {
    const list = await counting.serials(frozen.id, input.stream, "undrawn");
    const document = drawFrom(list, size, input, frozen);
    await ledgers.decide({ id, round: frozen.id, document, recordedAt: ctx.clock() });
  }
  const kept = KeptDraw.parse((await ledgers.findDecision(id))?.document);
  if (kept.publicValue !== input.publicValue) throw new Refusal("draw_done");
  await counting.countDrawn(frozen.id, input.stream, kept.drawn);
  return published(kept);
}

function sizeOf({ programme }: FrozenRound, id: string): number {
  const size = programme.streams.find((stream) => stream.id === id)?.draw?.size;
  if (size !== undefined) return size;
  const detail = { zh: "方案没有规定从该票流抽取", en: "The programme draws from no such stream" };
  throw new Refusal("invalid_body", { errors: [{ pointer: "/stream", code: "unknown", detail }] });
}

function drawFrom(
  list: string[],
  size: number,
  { stream, publicValue, role }: Input,
  { id, programme }: FrozenRound,
): z.infer<typeof KeptDraw> {
  const listHash = closedListHash(list);
  const purpose = `${programme.id} ${programme.version} ${id} ${stream}`;
  const seed = drawSeed(publicValue, listHash, purpose);
  const { drawn } = draw(seed, list, size);
  return { kind: "draw", stream, publicValue, listHash, seed, purpose, size, drawn, list, role };
}

function published({ kind: _, role: __, ...drawn }: z.infer<typeof KeptDraw>) {
  return drawn;
}

/** Draws of a round, with everything that it takes to repeat them. */
export async function listDraws({ ctx, input }: { ctx: Context; input: { round: string } }) {
  await findRound(ctx, input.round);
  const rows = await ctx.store.ledgers.decisionRows(input.round);
  const items = rows.flatMap(({ document }) => {
    const kept = KeptDraw.safeParse(document);
    return kept.success ? [published(kept.data)] : [];
  });
  return { items };
}

/** Whether every stream that is drawn from has been: until then its ballots are not counted. */
export async function requireDraws(
  ctx: Context,
  frozen: FrozenRound,
  ballotsByState: ReadonlyMap<string, number>,
): Promise<void> {
  if ((ballotsByState.get("undrawn") ?? 0) === 0) return;
  const { items } = await listDraws({ ctx, input: { round: frozen.id } });
  const done = new Set(items.map(({ stream }) => stream));
  const missing = frozen.programme.streams.find(({ id, draw }) => draw && !done.has(id));
  if (!missing) return;
  throw new Refusal("round_state", {
    what: {
      zh: `票流“${missing.id}”尚未抽取`,
      en: `The draw from stream "${missing.id}" has not been done`,
    },
  });
}
