import { canonicalJson } from "../../canonical.ts";
import { Refusal } from "../../refusal.ts";
import type { RecordedEntry } from "../../store/ledgers.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { refuseRepeated } from "../faults.ts";
import { checkAll } from "./check.ts";
import { requireLedger, requireUnsettled } from "./require.ts";
import { entryOf } from "./shape.ts";

interface Input {
  round: string;
  ledger: string;
  entries: readonly Omit<RecordedEntry, "ledger" | "recordedAt" | "cancels">[];
}

/** Records entries, all or none. An entry that is recorded already, and says the same, is left as it is. */
export function recordEntries({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  // One request after another: two that each fit could together break a quota.
  return ctx.store.publication.oneAtATime(`ledgers ${input.round}`, () => record(ctx, input));
}

async function record(ctx: Context, input: Input) {
  const { frozen, ledger } = await requireLedger(ctx, input);
  requireUnsettled(frozen);
  const pointers = new Map(input.entries.map(({ id }, index) => [id, `/entries/${index}`]));
  refuseRepeated(input.entries.map(({ id }, index) => ({ id, pointer: `/entries/${index}/id` })));
  const recordedAt = ctx.clock();
  const wanted = input.entries.map((entry) => ({ ...entry, ledger: ledger.id, recordedAt }));
  const known = await knownOf(ctx, input, wanted);
  const fresh = wanted.filter(({ id }) => !known.has(id));
  const before = await ctx.store.ledgers.entries(frozen.id);
  checkAll(fresh, before, ledger, frozen, ({ id }) => pointers.get(id) ?? `/recorded/${id}`);
  if (fresh.length > 0) await ctx.store.ledgers.record(frozen.id, fresh);
  return { items: wanted.map((entry) => entryOf(known.get(entry.id) ?? entry)) };
}

/** Entries of these ids that are there; refused where one says something else. */
async function knownOf(
  ctx: Context,
  { round, ledger }: Input,
  wanted: readonly RecordedEntry[],
): Promise<Map<string, RecordedEntry>> {
  const found = await ctx.store.ledgers.findAll(wanted.map(({ id }) => id));
  const known = new Map<string, RecordedEntry>();
  for (const entry of wanted) {
    const existing = found.get(entry.id);
    if (!existing) continue;
    const { round: where, ...recorded } = existing;
    const same =
      where === round && recorded.ledger === ledger && contentOf(recorded) === contentOf(entry);
    if (!same) throw new Refusal("entry_exists", { existing: entry.id });
    known.set(entry.id, recorded);
  }
  return known;
}

function contentOf({ recordedAt: _, ...entry }: RecordedEntry): string {
  return canonicalJson(JSON.parse(JSON.stringify(entry)));
}
