import type { Context } from "../context.ts";
import { today } from "../today.ts";
import { currentDevice } from "./current.ts";
import { instantOf } from "./shape.ts";

/** What a device shows: its assignments of today and later, each with the form as its programme holds it. */
export async function getOwnConfiguration({ ctx }: { ctx: Context }) {
  const { device } = await currentDevice(ctx);
  const date = today(ctx);
  const current = device.assignments.filter(({ until }) => until === null || until >= date);
  const names = await ctx.store.directory.unitNames(
    current.map(({ unit }) => unit),
    date,
  );
  const assignments = [];
  for (const { unit, programme, instrument, group, from, until } of current) {
    const document = await ctx.store.directory.newestProgramme(programme);
    const form = document?.instruments.find(({ id }) => id === instrument);
    if (!form) continue;
    assignments.push({
      unit,
      unitName: names.get(unit) ?? unit,
      programme,
      group,
      from,
      ...(until !== null && { until }),
      instrument: { ...form },
    });
  }
  return {
    device: device.row.id,
    mode: device.row.mode,
    serverTime: instantOf(ctx.clock()),
    assignments,
  };
}
