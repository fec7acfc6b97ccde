import type { NumberRange } from "../../store/device-numbers.ts";
import type { Context } from "../context.ts";
import { currentDevice } from "./current.ts";
import { instantOf } from "./shape.ts";

interface Input {
  deviceTime: string;
  backlog: number;
  settled?: readonly NumberRange[] | undefined;
}

/** Notes how a device is. Its settled numbers heal what a killed server had not yet written down. */
export async function sendHeartbeat({ ctx, input }: { ctx: Context; input: Input }) {
  const { device } = await currentDevice(ctx);
  const now = ctx.clock();
  const clockOffsetSeconds = Math.round((Date.parse(input.deviceTime) - now) / 1000);
  const { backlog, settled = [] } = input;
  const { id } = device.row;
  await ctx.store.devices.saveHeartbeat(id, { lastSeenAt: now, clockOffsetSeconds, backlog });
  await ctx.store.deviceNumbers.add(
    id,
    settled.filter(({ first, last }) => first <= last),
  );
  return { serverTime: instantOf(now), clockOffsetSeconds };
}
