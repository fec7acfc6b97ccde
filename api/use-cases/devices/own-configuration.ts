import type { Programme } from "../../../schema/programme.ts";
import type { Context } from "../context.ts";
import { today } from "../today.ts";
import { currentDevice } from "./current.ts";
import { instantOf, presentationOf } from "./shape.ts";

/** What a device shows: its assignments of today and later, each with the form as its programme holds it. */
export async function getOwnConfiguration({ ctx }: { ctx: Context }) {
  const { device } = await currentDevice(ctx);
  const date = today(ctx);
  const current = device.assignments.filter(({ until }) => until === null || until >= date);
  const names = await ctx.store.directory.unitNames(
    current.map(({ unit }) => unit),
    date,
  );
  const programmes = new Map<string, Programme | undefined>();
  for (const id of new Set(current.map(({ programme }) => programme))) {
    programmes.set(id, await ctx.store.directory.newestProgramme(id));
  }
  const assignments = current.flatMap(({ unit, programme, instrument, group, from, until }) => {
    const form = programmes.get(programme)?.instruments.find(({ id }) => id === instrument);
    if (!form) return [];
    return {
      unit,
      unitName: names.get(unit) ?? unit,
      programme,
      group,
      from,
      ...(until !== null && { until }),
      instrument: { ...form },
    };
  });
  return {
    device: device.row.id,
    mode: device.row.mode,
    serverTime: instantOf(ctx.clock()),
    ...presentationOf(device.row),
    assignments,
  };
}
