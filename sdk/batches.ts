import { ProblemError, WanpingError } from "./errors.ts";
import type { Client } from "./generated/client/types.gen.ts";
import { castBallots } from "./generated/sdk.gen.ts";
import type { Ballot, Receipt } from "./generated/types.gen.ts";

/** Most ballots in one request. */
export const batchLimit = 200;

/**
 * What became of one ballot. `recorded`: durable, here is the receipt. `refused`: the server's reason; see its `retry`.
 * `unsent`: nobody knows; send the same ballot again, it counts once.
 */
export type BallotOutcome = { ballot: Ballot } & (
  | { status: "recorded"; receipt: Receipt }
  | { status: "refused"; error: ProblemError }
  | { status: "unsent"; error: WanpingError }
);

/** Casts any number of ballots in order, 200 at a time, and tells of each what became of it. */
export async function castAll(
  ballots: readonly Ballot[],
  { client, signal }: { client: Client; signal?: AbortSignal },
): Promise<BallotOutcome[]> {
  const outcomes: BallotOutcome[] = [];
  for (let start = 0; start < ballots.length; start += batchLimit) {
    const batch = ballots.slice(start, start + batchLimit);
    try {
      outcomes.push(...(await castOne(batch, client, signal)));
    } catch (error) {
      if (!(error instanceof WanpingError)) throw error;
      // Order matters to whoever numbers ballots, so that nothing is sent past a gap.
      const rest = ballots.slice(start);
      return [...outcomes, ...rest.map((ballot) => ({ ballot, status: "unsent", error }) as const)];
    }
  }
  return outcomes;
}

async function castOne(
  batch: Ballot[],
  client: Client,
  signal: AbortSignal | undefined,
): Promise<BallotOutcome[]> {
  const { results } = await castBallots({
    client,
    body: { ballots: batch },
    ...(signal && { signal }),
  });
  return batch.map((ballot, index) => {
    const result = results[index];
    if (!result) throw new WanpingError(`批次应答缺少第 ${index} 项。Result ${index} is missing.`);
    return "receipt" in result
      ? { ballot, status: "recorded", receipt: result.receipt }
      : { ballot, status: "refused", error: new ProblemError(result.problem) };
  });
}
