import type { z } from "zod";
import type { UnitBody } from "../../../schema/contract/units.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { today } from "../today.ts";
import { checkReferences } from "./references.ts";
import { rowOf, unitOf } from "./shape.ts";
import { successorsOf } from "./successors.ts";

type Input = z.output<typeof UnitBody> & { unit: string };

/** A new version of a unit's form, or the correction of one that starts on the same day. */
export async function putUnit({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const { unit, ...form } = input;
  await checkReferences(ctx, [{ form, place: "" }]);
  const row = rowOf(unit, form);
  await ctx.store.units.save(row);
  const successors = await successorsOf(ctx, [row], today(ctx));
  return unitOf(row, successors.get(unit) ?? []);
}
