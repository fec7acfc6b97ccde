import { addDays } from "../../domain/dates.ts";
import { Refusal } from "../../refusal.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { deviceDayLabels } from "./days.ts";

interface Input {
  device: string;
  from: string;
  to: string;
  role: string;
  reason: string;
}

const mostDays = 1000;

/** Sets a device's ballots of some days of arrival apart. */
export async function quarantineBallots({ ctx, input }: { ctx: Context; input: Input }) {
  const labels = await labelsOf(ctx, input);
  return { ballots: await ctx.store.ballotReviews.quarantine(labels, input) };
}

/** Gives them the state back that they had. */
export async function reinstateBallots({ ctx, input }: { ctx: Context; input: Input }) {
  const labels = await labelsOf(ctx, input);
  return { ballots: await ctx.store.ballotReviews.reinstate(labels, input) };
}

async function labelsOf(ctx: Context, { device, from, to }: Input): Promise<Uint8Array[]> {
  requireOrganiser(ctx);
  if (!(await ctx.store.devices.find(device))) throw new Refusal("unknown_device");
  if (to >= addDays(from, mostDays)) throw tooManyDays();
  return deviceDayLabels(ctx, device, { from, to });
}

function tooManyDays(): Refusal {
  const detail = { zh: `一次最多 ${mostDays} 天`, en: `At most ${mostDays} days at a time` };
  return new Refusal("invalid_body", {
    errors: [{ pointer: "/from", code: "too_many_days", detail }],
  });
}
