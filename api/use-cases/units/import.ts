import type { z } from "zod";
import type { UnitImport } from "../../../schema/contract/units.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { refuseRepeated } from "../faults.ts";
import { rowOf as itemRowOf } from "../items/shape.ts";
import { checkReferences } from "./references.ts";
import { rowOf } from "./shape.ts";

/** Agencies and units with their commitments and items: all of them, or none. */
export async function importUnits({
  ctx,
  input,
}: {
  ctx: Context;
  input: z.output<typeof UnitImport>;
}) {
  requireOrganiser(ctx);
  const { agencies, units } = input;
  refuseRepeated(agencies.map(({ id }, place) => ({ id, pointer: `/agencies/${place}/id` })));
  refuseRepeated(units.map(({ id }, place) => ({ id, pointer: `/units/${place}/id` })));
  units.forEach(({ items }, place) => {
    refuseRepeated(
      items.map(({ code }, item) => ({ id: code, pointer: `/units/${place}/items/${item}/code` })),
    );
  });
  await checkReferences(
    ctx,
    units.map((form, place) => ({ form, place: `/units/${place}` })),
    { agencies: agencies.map(({ id }) => id), units: units.map(({ id }) => id) },
  );
  const rows = {
    agencies: agencies.map(({ id, name, nameEn }) => ({ id, name, nameEn: nameEn ?? null })),
    units: units.map((unit) => rowOf(unit.id, unit)),
    commitments: units.flatMap(({ id, commitment }) =>
      commitment ? [{ unit: id, ...commitment }] : [],
    ),
    items: units.flatMap(({ id, items }) => items.map((item) => itemRowOf(id, item))),
  };
  await ctx.store.units.saveAll(rows);
  return {
    agencies: rows.agencies.length,
    units: rows.units.length,
    commitments: rows.commitments.length,
    items: rows.items.length,
  };
}
