import type { UnitFilter } from "../../store/units.ts";
import type { Context } from "../context.ts";
import { keyOf, pageOf } from "../page.ts";
import { today } from "../today.ts";
import { unitOf } from "./shape.ts";
import { successorsOf } from "./successors.ts";

type Input = UnitFilter & { cursor?: string | undefined; limit: number };

export async function listUnits({ ctx, input }: { ctx: Context; input: Input }) {
  const { cursor, limit, ...filter } = input;
  const date = today(ctx);
  const rows = await ctx.store.units.list(date, filter, keyOf(cursor), limit + 1);
  const { items, next } = pageOf(rows, limit, (row) => row.unit);
  const successors = await successorsOf(ctx, items, date);
  return { items: items.map((row) => unitOf(row, successors.get(row.unit) ?? [])), next };
}
