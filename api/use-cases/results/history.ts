import { UnitResult } from "../../../schema/contract/result-shapes.ts";
import type { Context } from "../context.ts";
import { requireUnit } from "../units/require.ts";

const utf8 = new TextDecoder();

interface Input {
  unit: string;
  programme?: string | undefined;
}

/** What was published of a unit, round after round, newest first; each by its newest release. */
export async function getUnitHistory({ ctx, input }: { ctx: Context; input: Input }) {
  await requireUnit(ctx, input.unit);
  const rows = await ctx.store.releases.ofUnit(input.unit);
  const items = rows
    .filter(({ programme }) => input.programme === undefined || programme === input.programme)
    .map(({ bytes, ...round }) => {
      const { n, total, rank, statistics, awards } = UnitResult.parse(
        JSON.parse(utf8.decode(bytes)),
      );
      return {
        ...round,
        n,
        total,
        rank,
        statistics: statistics.map(({ id, figure }) => ({ id, figure })),
        awards,
      };
    });
  return { items };
}
