import type { Presentation } from "../../../schema/contract/presentation.ts";
import { Refusal } from "../../refusal.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { getDevice } from "./get.ts";

export async function putPresentation({
  ctx,
  input: { device, ...presentation },
}: {
  ctx: Context;
  input: Presentation & { device: string };
}) {
  requireOrganiser(ctx);
  if (!(await ctx.store.devices.find(device))) throw new Refusal("unknown_device");
  const isOwn = Object.keys(presentation).length === 0;
  await ctx.store.devices.savePresentation(device, isOwn ? null : JSON.stringify(presentation));
  return getDevice({ ctx, input: { device } });
}
