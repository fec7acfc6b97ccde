import type { Context } from "../context.ts";
import { keyOf, pageOf } from "../page.ts";
import { summaryOf } from "./shape.ts";

interface Input {
  cursor?: string | undefined;
  limit: number;
}

/** Every version, by id and version. Neither has a slash, so that both fit one key. */
export async function listProgrammes({ ctx, input }: { ctx: Context; input: Input }) {
  const [id = "", version = ""] = keyOf(input.cursor).split("/");
  const rows = await ctx.store.programmes.list({ id, version }, input.limit + 1);
  return pageOf(rows.map(summaryOf), input.limit, (row) => `${row.id}/${row.version}`);
}
