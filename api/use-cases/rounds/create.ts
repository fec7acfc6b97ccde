import type { z } from "zod";
import type { RoundDraft } from "../../../schema/contract/rounds.ts";
import { addDays, endOfDay } from "../../domain/dates.ts";
import { type Fault, Refusal } from "../../refusal.ts";
import type { RoundRow } from "../../store/rounds.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { documentOf } from "../programmes/shape.ts";
import { roundOf } from "./shape.ts";

type Input = z.output<typeof RoundDraft>;

/** Drafts a round. The same request again finds the round that it made, whatever became of it since. */
export async function createRound({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const draft = await draftOf(ctx, input);
  await ctx.store.rounds.add(draft);
  const stored = await ctx.store.rounds.find(draft.id);
  if (stored) {
    if (!isSame(stored, draft)) throw new Refusal("round_exists", { existing: stored.id });
    return roundOf(ctx, stored);
  }
  const other = await ctx.store.rounds.overlapping(draft);
  throw new Refusal("round_overlaps", other && { existing: other.id });
}

async function draftOf(ctx: Context, input: Input): Promise<RoundRow> {
  const { id, programme, version, from, to, acceptsUntil } = input;
  const document = await ctx.store.programmes.find(programme, version);
  if (!document) throw new Refusal("unknown_programme");
  const { timeZone, acceptDays = 0 } = documentOf(document);
  const acceptsUntilAt =
    acceptsUntil === undefined
      ? endOfDay(addDays(to, acceptDays), timeZone)
      : Date.parse(acceptsUntil);
  if (acceptsUntilAt < endOfDay(to, timeZone)) {
    throw new Refusal("invalid_body", { errors: [tooEarly] });
  }
  return { id, programme, version, from, to, acceptsUntilAt, state: "draft", revision: 0 };
}

const tooEarly: Fault = {
  pointer: "/acceptsUntil",
  code: "before_last_day_ends",
  detail: {
    zh: "最后一天结束之前不能停止接收",
    en: "Ballots cannot be refused before the last day is over",
  },
};

function isSame(one: RoundRow, other: RoundRow): boolean {
  const keys = ["programme", "version", "from", "to", "acceptsUntilAt"] as const;
  return keys.every((key) => one[key] === other[key]);
}
