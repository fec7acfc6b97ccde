import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { keyOf, pageOf } from "../page.ts";
import { requireLedger } from "./require.ts";
import { entryOf } from "./shape.ts";

interface Input {
  round: string;
  ledger: string;
  cursor?: string | undefined;
  limit: number;
}

export async function listEntries({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  await requireLedger(ctx, input);
  const { round, ledger, cursor, limit } = input;
  const rows = await ctx.store.ledgers.page(round, ledger, keyOf(cursor), limit + 1);
  return pageOf(rows.map(entryOf), limit, ({ id }) => id);
}
