import type { UnitRow } from "../../store/units.ts";
import type { Context } from "../context.ts";

/** Who names these units as predecessor on a date. Only that link is stored; this is its other end. */
export async function successorsOf(
  ctx: Context,
  rows: readonly UnitRow[],
  date: string,
): Promise<Map<string, string[]>> {
  const ids = rows.map(({ unit }) => unit);
  const followers = await ctx.store.units.naming(ids, date);
  return new Map(
    ids.map((id) => [
      id,
      followers.filter(({ predecessor }) => predecessor === id).map(({ unit }) => unit),
    ]),
  );
}
