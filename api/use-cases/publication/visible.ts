import { TallyCell } from "../../../schema/contract/result-shapes.ts";
import { besideEarlier, type Visibility, visibilityOf } from "../../domain/disclosure.ts";
import type { Cell, RoundFigures } from "../../domain/model.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import type { Context } from "../context.ts";
import { cellOf } from "./shape.ts";

/** What may be shown of a round's figures, beside everything that was published of it. */
export async function visibleNow(
  ctx: Context,
  { id, programme }: FrozenRound,
  figures: RoundFigures,
): Promise<Visibility> {
  const earlier = await publishedBefore(ctx, id);
  return besideEarlier(programme, figures.cells, visibilityOf(programme, figures), earlier);
}

/** The counters of every release so far: whoever holds one subtracts it from the next. */
async function publishedBefore(ctx: Context, round: string): Promise<Cell[][]> {
  const newest = await ctx.store.releases.newest(round);
  return Promise.all(
    Array.from({ length: newest?.number ?? 0 }, async (_, index) => {
      const file = await ctx.store.releases.file(round, index + 1, "tallies.ndjson");
      if (!file) throw new Error(`release ${index + 1} of ${round} has no counters`);
      const lines = new TextDecoder().decode(file.bytes).split("\n").slice(0, -1);
      return lines.map((line) => cellOf(TallyCell.parse(JSON.parse(line))));
    }),
  );
}
