import type { z } from "zod";
import type { CommitmentText } from "../../../schema/contract/commitments.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { requireUnit } from "../units/require.ts";
import { versionOf } from "./shape.ts";

type Input = z.output<typeof CommitmentText> & { unit: string };

/** The next version of a unit's commitment; the version that already says so stays the same. */
export async function addCommitment({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  await requireUnit(ctx, input.unit);
  return versionOf(await ctx.store.commitments.add(input));
}
