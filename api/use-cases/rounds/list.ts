import type { RoundFilter } from "../../store/rounds.ts";
import type { Context } from "../context.ts";
import { keyOf, pageOf } from "../page.ts";
import { roundsOf } from "./shape.ts";

type Input = RoundFilter & { cursor?: string | undefined; limit: number };

export async function listRounds({ ctx, input }: { ctx: Context; input: Input }) {
  const { cursor, limit, ...filter } = input;
  const rows = await ctx.store.rounds.list(filter, keyOf(cursor), limit + 1);
  return pageOf(await roundsOf(ctx, rows), limit, ({ id }) => id);
}
