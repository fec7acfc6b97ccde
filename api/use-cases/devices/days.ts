import { addDays } from "../../domain/dates.ts";
import { Refusal } from "../../refusal.ts";
import type { Context } from "../context.ts";

const mostDays = 1000;

/** The labels that ballots of a device bear which arrived on these days, both inclusive. */
export async function deviceDayLabels(
  ctx: Context,
  device: string,
  { from, to }: { from: string; to: string },
): Promise<Uint8Array[]> {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (days.length >= mostDays) throw tooManyDays();
    days.push(day);
  }
  return Promise.all(days.map((day) => ctx.keys.deviceDay(device, day)));
}

function tooManyDays(): Refusal {
  const detail = { zh: `一次最多 ${mostDays} 天`, en: `At most ${mostDays} days at a time` };
  return new Refusal("invalid_body", {
    errors: [{ pointer: "/from", code: "too_many_days", detail }],
  });
}
