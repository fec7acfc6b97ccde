import { ballotsIn, type Exchange, type SentBallot } from "../exchange.ts";
import type { Phase, Words } from "../phases.ts";

export type Log = readonly Exchange[];

export interface Rule {
  id: string;
  words: Words;
  /** What breaks it; empty where it holds, undefined where the trial gave no occasion to see. */
  faults: (log: Log, phases: readonly Phase[]) => string[] | undefined;
}

export function inPhase(log: Log, id: string): Exchange[] {
  return log.filter(({ phase }) => phase === id);
}

/** Every ballot as often as it came, with the request that brought it. */
export function sent(log: Log): { ballot: SentBallot; exchange: Exchange }[] {
  return log.flatMap((exchange) => ballotsIn(exchange).map((ballot) => ({ ballot, exchange })));
}

export function firstSent(log: Log): ReturnType<typeof sent> {
  const seen = new Set<string>();
  return sent(log).filter(({ ballot: { serial } }) => !seen.has(serial) && seen.add(serial));
}

export function succeeded({ status }: Exchange): boolean {
  return status >= 200 && status < 300;
}
