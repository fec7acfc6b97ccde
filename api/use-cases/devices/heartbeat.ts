import type { NumberRange } from "../../store/device-numbers.ts";
import type { Context } from "../context.ts";
import { currentDevice } from "./current.ts";
import { instantOf } from "./shape.ts";

interface Input {
  deviceTime: string;
  uncorrectedTime?: string | undefined;
  backlog: number;
  settled?: readonly NumberRange[] | undefined;
}

/** More than a century, which no clock is off unless it counts from another beginning. */
const furthestSeconds = 4_000_000_000;

/** Notes how a device is. Its settled numbers heal what a killed server had not yet written down. */
export async function sendHeartbeat({ ctx, input }: { ctx: Context; input: Input }) {
  const { device } = await currentDevice(ctx);
  const now = ctx.clock();
  const { deviceTime, uncorrectedTime = deviceTime, backlog, settled = [] } = input;
  const clockOffsetSeconds = secondsBetween(deviceTime, now);
  const { id } = device.row;
  await ctx.store.devices.saveHeartbeat(id, {
    lastSeenAt: now,
    clockOffsetSeconds,
    clockDriftSeconds: secondsBetween(uncorrectedTime, now),
    clockReportedAt: now,
    backlog,
  });
  await ctx.store.deviceNumbers.add(
    id,
    settled.filter(({ first, last }) => first <= last),
  );
  return { serverTime: instantOf(now), clockOffsetSeconds };
}

function secondsBetween(deviceTime: string, now: number): number {
  const seconds = Math.round((Date.parse(deviceTime) - now) / 1000);
  return Math.max(-furthestSeconds, Math.min(furthestSeconds, seconds));
}
