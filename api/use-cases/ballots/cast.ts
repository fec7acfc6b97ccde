import type { Ballot } from "../../../schema/contract/ballots.ts";
import { problemKinds } from "../../../schema/contract/problems.ts";
import { Refusal } from "../../refusal.ts";
import { type NewBallot, sameBytes, type WriteOutcome } from "../../store/ballot-writer.ts";
import type { Context } from "../context.ts";
import { currentDevice } from "../devices/current.ts";
import { bodyHash, type Caster, prepare, serialHash } from "./prepare.ts";
import { receiptOf } from "./receipt.ts";

export type Receipt = ReturnType<typeof receiptOf>;

/** Casts one ballot of the device that asks. */
export async function castBallot({ ctx, input }: { ctx: Context; input: Ballot }) {
  const [result] = await castAll(ctx, [input]);
  if (!result || result instanceof Refusal) throw result ?? new Refusal("internal");
  return result;
}

/**
 * Casts several, each on its own: a receipt or a refusal for each, in order. A refusal among them is one that its form
 * already met.
 */
export async function castBallots({
  ctx,
  input,
}: {
  ctx: Context;
  input: readonly (Ballot | Refusal)[];
}): Promise<(Receipt | Refusal)[]> {
  return castAll(ctx, input);
}

async function castAll(
  ctx: Context,
  ballots: readonly (Ballot | Refusal)[],
): Promise<(Receipt | Refusal)[]> {
  const caster = await currentDevice(ctx);
  const prepared = await Promise.all(
    ballots.map((ballot) =>
      ballot instanceof Refusal ? ballot : prepareOrReplay(ctx, caster, ballot),
    ),
  );
  const fresh = prepared.filter((one): one is NewBallot => "cells" in one);
  const outcomes = fresh.length > 0 ? await ctx.store.ballots.write(fresh) : [];
  const outcomeOf = new Map(fresh.map((ballot, index) => [ballot, outcomes[index]]));
  const results = ballots.map((ballot, index) => {
    const one = prepared[index];
    if (ballot instanceof Refusal) return ballot;
    const outcome = one && "cells" in one ? outcomeOf.get(one) : one;
    return resultOf(ballot, outcome ?? new Refusal("internal"));
  });
  await noteNumbers(ctx, caster, ballots, results);
  return results;
}

/** The stored ballot answers before any rule does: what was recorded once stays recorded, whatever has changed since. */
async function prepareOrReplay(
  ctx: Context,
  caster: Caster,
  ballot: Ballot,
): Promise<NewBallot | WriteOutcome | Refusal> {
  try {
    return await prepare(ctx, caster, ballot);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const recorded = await ctx.store.ballots.find(serialHash(ballot.serial));
    if (!recorded) return refusal;
    return sameBytes(recorded.body, bodyHash(ballot))
      ? { outcome: "replayed", recorded }
      : { outcome: "serial_reused" };
  }
}

function resultOf(ballot: Ballot, outcome: WriteOutcome | Refusal): Receipt | Refusal {
  if (outcome instanceof Refusal) return outcome;
  if (outcome.outcome === "stored" || outcome.outcome === "replayed") {
    return receiptOf(ballot.serial, outcome.recorded);
  }
  return new Refusal(outcome.outcome);
}

/** A number has arrived if its ballot is recorded, or refused for ever. The urn holds no trace of it. */
async function noteNumbers(
  ctx: Context,
  { device }: Caster,
  ballots: readonly (Ballot | Refusal)[],
  results: readonly (Receipt | Refusal)[],
): Promise<void> {
  const numbers = ballots.flatMap((ballot, index) => {
    if (ballot instanceof Refusal || ballot.number === undefined) return [];
    const result = results[index];
    const settled = result instanceof Refusal ? problemKinds[result.code].retry === "never" : true;
    return settled ? [ballot.number] : [];
  });
  const ranges = numbers.map((number) => ({ first: number, last: number }));
  await ctx.store.deviceNumbers.add(device.row.id, ranges);
}
