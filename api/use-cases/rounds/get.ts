import type { Context } from "../context.ts";
import { findRound } from "./find.ts";
import { roundOf } from "./shape.ts";

export async function getRound({ ctx, input }: { ctx: Context; input: { round: string } }) {
  return roundOf(ctx, await findRound(ctx, input.round));
}
