import type { Context } from "../context.ts";
import { type FoundPage, type PageInput, pageFrom } from "./page.ts";

const utf8 = new TextDecoder();
const folder = "units";

/** Results of units, by unit id, from the bytes of each. */
export function listUnitResults({
  ctx,
  input,
}: {
  ctx: Context;
  input: PageInput;
}): Promise<FoundPage> {
  return pageFrom(ctx, input, async (release, after, limit) => {
    const files = await ctx.store.releases.files(input.round, release, folder, after, limit);
    return files.map(({ path, bytes }) => ({
      key: path.slice(folder.length + 1),
      json: utf8.decode(bytes),
    }));
  });
}
