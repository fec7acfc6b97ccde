import { Refusal } from "../../refusal.ts";
import type { NewBallot, WriteOutcome } from "../../store/ballot-writer.ts";
import type { Context } from "../context.ts";
import { bodyHash, type Cast, prepare, type Sent, serialHash } from "./prepare.ts";
import { receiptOf } from "./receipt.ts";

export type Receipt = ReturnType<typeof receiptOf>;

/** A ballot to record: what makes a replay of it, and how to learn the rest. */
export interface Incoming extends Sent {
  /** Throws a refusal if what was sent cannot be a ballot of this sender. */
  cast: () => Cast;
}

/** Records ballots in order, each on its own: a receipt or a refusal for each. */
export async function record(
  ctx: Context,
  incoming: readonly Incoming[],
): Promise<(Receipt | Refusal)[]> {
  const prepared = await Promise.all(incoming.map((one) => prepareOrReplay(ctx, one)));
  const fresh = prepared.filter((one): one is NewBallot => "cells" in one);
  const outcomes = fresh.length > 0 ? await ctx.store.ballots.write(fresh) : [];
  const outcomeOf = new Map(fresh.map((ballot, index) => [ballot, outcomes[index]]));
  return incoming.map(({ serial }, index) => {
    const one = prepared[index];
    const outcome = one && "cells" in one ? outcomeOf.get(one) : one;
    return resultOf(serial, outcome ?? new Refusal("internal"));
  });
}

/** The stored ballot answers before any rule does: what was recorded once stays recorded, whatever has changed since. */
async function prepareOrReplay(
  ctx: Context,
  { cast, ...sent }: Incoming,
): Promise<NewBallot | WriteOutcome | Refusal> {
  try {
    return await prepare(ctx, sent, cast());
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const earlier = await ctx.store.ballots.find({
      serial: serialHash(sent.serial),
      body: bodyHash(sent.body),
    });
    return earlier ?? refusal;
  }
}

function resultOf(serial: string, outcome: WriteOutcome | Refusal): Receipt | Refusal {
  if (outcome instanceof Refusal) return outcome;
  if (outcome.outcome === "stored" || outcome.outcome === "replayed") {
    return receiptOf(serial, outcome.recorded);
  }
  return new Refusal(outcome.outcome);
}
