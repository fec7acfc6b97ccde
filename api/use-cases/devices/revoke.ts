import { localDate } from "../../domain/dates.ts";
import { Refusal } from "../../refusal.ts";
import type { DeviceKeyRow } from "../../store/devices.ts";
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
  if (quarantineFrom !== undefined && quarantineFrom > today(ctx)) throw inTheFuture();
  if (!(await ctx.store.devices.find(device))) throw new Refusal("unknown_device");
  await ctx.store.devices.revoke(device, ctx.clock(), { role, reason });
  if (quarantineFrom !== undefined) await ctx.store.devices.doubt(device, quarantineFrom);
  const keys = await ctx.store.devices.keys(device);
  await ctx.store.ballotReviews.revoke(keys.map(({ thumbprint }) => thumbprint));
  const labels = quarantineFrom ? await labelsSince(ctx, device, quarantineFrom, keys) : [];
  const quarantined = await ctx.store.ballotReviews.quarantine(labels, { role, reason });
  return { device: await getDevice({ ctx, input: { device } }), quarantined };
}

/** A mistyped year would set nothing apart, and revocation is for good. */
function inTheFuture(): Refusal {
  const detail = { zh: "此日期尚未到来", en: "this day has not come yet" };
  return new Refusal("invalid_body", {
    errors: [{ pointer: "/quarantineFrom", code: "in_the_future", detail }],
  });
}

/** However long ago the doubt begins: before its first key a device sent nothing. */
async function labelsSince(
  ctx: Context,
  device: string,
  doubtful: string,
  keys: readonly DeviceKeyRow[],
): Promise<Uint8Array[]> {
  if (keys.length === 0) return [];
  const first = Math.min(...keys.map(({ addedAt }) => addedAt));
  const enrolledOn = localDate(first, ctx.county.timeZone);
  const from = doubtful > enrolledOn ? doubtful : enrolledOn;
  return deviceDayLabels(ctx, device, { from, to: today(ctx) });
}
