import type { Context } from "../context.ts";
import { refuseUnknown } from "../faults.ts";

/** The unit of the path must be one, on whatever date. */
export async function requireUnit(ctx: Context, unit: string): Promise<void> {
  const known = await ctx.store.units.known([unit]);
  refuseUnknown("unknown_unit", [{ id: unit, pointer: "#/path/unit" }], known);
}
