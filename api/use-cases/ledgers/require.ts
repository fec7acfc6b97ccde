import type { Ledger } from "../../../schema/programme.ts";
import { Refusal } from "../../refusal.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import type { Context } from "../context.ts";
import { requireFrozen } from "../publication/figures.ts";

interface Place {
  round: string;
  ledger: string;
}

/** The ledger of the path in a round that has frozen its units and is not settled for good. */
export async function requireLedger(
  ctx: Context,
  input: Place,
): Promise<{ frozen: FrozenRound; ledger: Ledger }> {
  const frozen = await requireFrozen(ctx, input.round);
  const ledger = frozen.programme.ledgers.find(({ id }) => id === input.ledger);
  if (!ledger) throw new Refusal("unknown_ledger");
  return { frozen, ledger };
}

/** A draft has no units yet, and what is final stays. */
export function requireUnsettled({ state }: FrozenRound): void {
  if (state === "draft" || state === "final") throw new Refusal("round_state");
}
