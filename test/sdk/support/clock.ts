import type { Clock } from "../../../sdk/index.ts";

interface Sleeper {
  at: number;
  wake: () => void;
}

/** Long enough for everything that waits for no clock to come to its end. */
const idleTurns = 10;

/**
 * Time that stands still while anything happens, and jumps to the next alarm once nothing does: waits and time-outs of
 * hours run in an instant, always in the same order.
 */
export function createVirtualClock(start = Date.parse("2020-06-01T01:00:00Z")) {
  let now = start;
  const sleepers = new Set<Sleeper>();
  const slept: number[] = [];

  function afterIdle(turns: number): void {
    setImmediate(() => (turns === 0 ? jump() : afterIdle(turns - 1)));
  }
  function jump(): void {
    const [next] = [...sleepers].sort((one, other) => one.at - other.at);
    if (!next) return;
    sleepers.delete(next);
    slept.push(next.at - now);
    now = next.at;
    next.wake();
  }
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
        afterIdle(idleTurns);
      }),
  };
  return { ...clock, slept };
}
