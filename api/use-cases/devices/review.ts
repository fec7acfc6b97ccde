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
  return deviceDayLabels(ctx, device, { from, to });
}
