import { z } from "zod";
import type { Cell, PastRound, RoundFigures } from "../../domain/model.ts";
import { Refusal } from "../../refusal.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import type { Context } from "../context.ts";

/** The round with what it froze, or a refusal. */
export async function requireFrozen(ctx: Context, id: string): Promise<FrozenRound> {
  const frozen = await ctx.store.frozenRounds.find(id);
  if (!frozen) throw new Refusal("unknown_round");
  return frozen;
}

/** Everything that a round is scored from. */
export async function figuresOf(
  ctx: Context,
  frozen: FrozenRound,
  cells: readonly Cell[],
): Promise<RoundFigures> {
  const { frozenRounds, ledgers, releases } = ctx.store;
  const [entries, decisions, visits, past] = await Promise.all([
    ledgers.entries(frozen.id),
    ledgers.decisions(frozen.id),
    frozenRounds.visits(frozen.from, frozen.to),
    releases.outcomesBefore(frozen.programme.id, frozen.from),
  ]);
  return {
    units: [...frozen.units.values()],
    cells,
    entries,
    decisions,
    volumes: Object.fromEntries([...visits].filter(([unit]) => frozen.units.has(unit))),
    history: past.map(({ outcome }) => Past.parse(JSON.parse(outcome))),
    ...(frozen.lists && {
      lists: [...frozen.lists].map(([list, units]) => ({ list, units: [...units] })),
    }),
    window: { from: frozen.from, to: frozen.to },
  };
}

const Past: z.ZodType<PastRound> = z.object({
  round: z.string(),
  awards: z.array(z.object({ award: z.string(), unit: z.string() })),
  runs: z.array(
    z.object({
      unit: z.string(),
      stream: z.string(),
      ballots: z.number(),
      bad: z.number(),
      broken: z.boolean(),
      hidden: z.boolean().optional(),
    }),
  ),
  volumes: z.record(z.string(), z.number()),
});
