import { Refusal } from "../../refusal.ts";
import { requireWindow } from "../authorise.ts";
import type { Context } from "../context.ts";
import { assignmentOn } from "../devices/assigned.ts";
import { enrolledDevice } from "../devices/current.ts";

/** The unit and the form behind a scanned code. */
export async function getWindow({ ctx }: { ctx: Context }) {
  const window = requireWindow(ctx);
  const { device } = await enrolledDevice(ctx, window.device, window.credential);
  const { unit, programme, visitedOn } = window;
  const assignment = assignmentOn(device, window, visitedOn);
  const round = await ctx.store.directory.roundOn(programme, visitedOn);
  const instrument = round?.programme.instruments.find(({ id }) => id === assignment.instrument);
  const frozen = round?.units.get(unit);
  if (!instrument || !frozen) throw new Refusal("round_not_open");
  return { unit, unitName: frozen.name, visitedOn, programme, instrument: { ...instrument } };
}
