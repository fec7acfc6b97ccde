import { Refusal } from "../../refusal.ts";
import type { RecordedEntry } from "../../store/ledgers.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { today } from "../today.ts";
import { checkAll } from "./check.ts";
import { requireLedger, requireUnsettled } from "./require.ts";
import { entryOf } from "./shape.ts";

interface Input {
  round: string;
  ledger: string;
  entry: string;
  id: string;
  role: string;
  reason: string;
}

/** Cancels an entry by another that says so. Entries themselves are never edited. */
export function counterEntry({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  return ctx.store.publication.oneAtATime(`ledgers ${input.round}`, () => counter(ctx, input));
}

async function counter(ctx: Context, input: Input) {
  const { frozen, ledger } = await requireLedger(ctx, input);
  requireUnsettled(frozen);
  const before = await ctx.store.ledgers.entries(frozen.id);
  const cancelled = before.find(({ id, ledger: of }) => id === input.entry && of === ledger.id);
  if (!cancelled) throw new Refusal("unknown_entry");
  const [existing] = (await ctx.store.ledgers.findAll([input.id])).values();
  if (existing) {
    const { cancels, role, reason } = existing;
    const same = cancels === input.entry && role === input.role && reason === input.reason;
    if (!same) throw new Refusal("entry_exists", { existing: input.id });
    const { round: _, ...recorded } = existing;
    return entryOf(recorded);
  }
  const fresh: RecordedEntry = {
    id: input.id,
    ledger: ledger.id,
    unit: cancelled.unit,
    points: 0,
    modifiers: [],
    on: today(ctx),
    cancels: cancelled.id,
    role: input.role,
    reason: input.reason,
    recordedAt: ctx.clock(),
  };
  checkAll([fresh], before, ledger, frozen, () => "");
  await ctx.store.ledgers.record(frozen.id, [fresh]);
  return entryOf(fresh);
}
