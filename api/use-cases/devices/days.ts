import { addDays } from "../../domain/dates.ts";
import type { Context } from "../context.ts";

/** The labels that ballots of a device bear which arrived on these days, both inclusive. */
export async function deviceDayLabels(
  ctx: Context,
  device: string,
  { from, to }: { from: string; to: string },
): Promise<Uint8Array[]> {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return Promise.all(days.map((day) => ctx.keys.deviceDay(device, day)));
}
