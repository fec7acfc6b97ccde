import { Refusal } from "../../refusal.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { devicesOf } from "./shape.ts";

export async function getDevice({ ctx, input }: { ctx: Context; input: { device: string } }) {
  requireOrganiser(ctx);
  const row = await ctx.store.devices.find(input.device);
  const [device] = row ? await devicesOf(ctx, [row]) : [];
  if (!device) throw new Refusal("unknown_device");
  return device;
}
