import type { Clock } from "../clock.ts";
import type { TokenSource } from "../device/token-source.ts";
import { waitMs } from "../transport/wait.ts";
import { ballotOf, fix, refuse, settle } from "./batch.ts";
import { asKioskError, type KioskError, ownError } from "./error.ts";
import type { Server } from "./server.ts";
import type { Entry, KioskStorage } from "./storage.ts";
import type { ServerTime } from "./time.ts";
import { sendAuthorised } from "./tokens.ts";

const patience = { firstWaitMs: 1000, longestWaitMs: 5 * 60_000 };
const largestBatch = 100;

export interface SenderParts {
  storage: KioskStorage;
  server: Server;
  tokens: TokenSource;
  time: ServerTime;
  clock: Clock;
  random: () => number;
  changed: () => void;
}

export type Sender = ReturnType<typeof createSender>;

/** Empties the queue in order, patiently, one batch at a time; never gives up, and never sends past a failure. */
export function createSender(parts: SenderParts) {
  const { storage, server, tokens, time, clock, random } = parts;
  let running: Promise<void> | undefined;
  let wantedAgain = false;
  let stopped = false;
  let alarm: AbortController | undefined;
  let failures = 0;
  let batchSize = largestBatch;
  const state: { lastError?: KioskError; deliveredAt?: number; revoked: boolean } = {
    revoked: false,
  };

  async function due(): Promise<Entry[]> {
    const entries = await storage.entries();
    return entries.filter(({ refused, heldUntil = 0 }) => !refused && heldUntil <= clock.now());
  }

  async function sendBatch(batch: Entry[]): Promise<void> {
    const fixed = await fix(batch, time, storage);
    try {
      const ballots = fixed.map(ballotOf);
      const answer = await sendAuthorised(server, tokens, "POST", "/v1/ballots/batch", {
        json: { ballots },
      });
      const { results } = Object(answer);
      if (!Array.isArray(results)) throw ownError("no_answer");
      const error = await settle(fixed, results, clock.now(), storage);
      if (error) state.lastError = error;
      state.deliveredAt = time.now();
      failures = 0;
    } catch (reason) {
      const error = asKioskError(reason);
      const [first] = fixed;
      if (![400, 413, 422].includes(error.status) || !first) throw error;
      // The batch as a whole does not please: halve it, until one ballot is to blame.
      if (fixed.length === 1) await storage.replace([refuse(first, error, clock.now())]);
      batchSize = Math.ceil(fixed.length / 2);
      state.lastError = error;
    } finally {
      await time.keep();
    }
  }

  async function empty(): Promise<void> {
    for (let batch = await due(); batch.length > 0 && !stopped; batch = await due()) {
      // The first contact of a run tells the time by which the ratings are dated.
      await tokens.token();
      await sendBatch(batch.slice(0, batchSize));
      parts.changed();
    }
    batchSize = largestBatch;
  }

  async function run(): Promise<void> {
    try {
      await empty();
      wakeForHeld(await storage.entries());
    } catch (reason) {
      const error = asKioskError(reason);
      state.lastError = error;
      state.revoked = error.code === "credential_revoked";
      failures += 1;
      // Without a credential only an enrolment helps, and that starts the sender anew.
      if (!state.revoked && error.code !== "not_enrolled") {
        wakeAfter(waitMs(Math.min(failures, 12), error.retryAfterMs, random, patience));
      }
    }
    parts.changed();
  }

  function wakeForHeld(entries: readonly Entry[]): void {
    const held = entries.filter(({ heldUntil, refused }) => heldUntil !== undefined && !refused);
    const times = held.map(({ heldUntil = 0 }) => heldUntil);
    if (times.length > 0)
      wakeAfter(Math.max(0, Math.min(...times) - clock.now()) + random() * 1000);
  }

  function wakeAfter(ms: number): void {
    if (stopped) return;
    const own = new AbortController();
    alarm = own;
    clock.sleep(ms, own.signal).then(deliver, () => undefined);
  }

  /** Sends what is due now, waiting for no alarm. Resolves when there is nothing more to do at the moment. */
  function deliver(): Promise<void> {
    alarm?.abort();
    alarm = undefined;
    if (stopped) return Promise.resolve();
    wantedAgain = running !== undefined;
    running ??= run().then(() => {
      running = undefined;
      // A rating that came while the last look at the queue was under way; after a failure the alarm decides.
      return wantedAgain && failures === 0 ? deliver() : undefined;
    });
    return running;
  }

  return {
    state,
    deliver,
    /** For a new rating: sends it, unless a failure has told us to wait. */
    nudge: (): Promise<void> => (failures > 0 ? Promise.resolve() : deliver()),
    async stop(): Promise<void> {
      stopped = true;
      alarm?.abort();
      await running;
    },
    isWaiting: () => failures > 0,
  };
}
