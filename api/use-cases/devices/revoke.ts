import { Refusal } from "../../refusal.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { today } from "../today.ts";
import { deviceDayLabels } from "./days.ts";
import { getDevice } from "./get.ts";

interface Input {
  device: string;
  role: string;
  reason: string;
  quarantineFrom?: string | undefined;
}

/**
 * Ends a device. The registry first, so that no further key appears; then its keys in the urn, where ballots under way are
 * refused; then the ballots in doubt, which nothing can join any more. Each step can be repeated.
 */
export async function revokeDevice({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const { device, role, reason, quarantineFrom } = input;
  if (!(await ctx.store.devices.find(device))) throw new Refusal("unknown_device");
  await ctx.store.devices.revoke(device, ctx.clock());
  const keys = await ctx.store.devices.keys(device);
  await ctx.store.ballotReviews.revoke(keys.map(({ thumbprint }) => thumbprint));
  const labels = quarantineFrom
    ? await deviceDayLabels(ctx, device, { from: quarantineFrom, to: today(ctx) })
    : [];
  const quarantined = await ctx.store.ballotReviews.quarantine(labels, { role, reason });
  return { device: await getDevice({ ctx, input: { device } }), quarantined };
}
