import { Refusal } from "../../refusal.ts";
import type { Context } from "../context.ts";

interface Input {
  programme: string;
  version: string;
}

/** The document in canonical JSON, as its hash covers it. */
export async function getProgramme({ ctx, input }: { ctx: Context; input: Input }) {
  const row = await ctx.store.programmes.find(input.programme, input.version);
  if (!row) throw new Refusal("unknown_programme");
  return { document: row.document, sha256: row.sha256 };
}
