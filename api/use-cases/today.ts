import { localDate } from "../domain/dates.ts";
import type { Context } from "./context.ts";

/** The date in the county now. */
export function today(ctx: Pick<Context, "clock" | "county">): string {
  return localDate(ctx.clock(), ctx.county.timeZone);
}
