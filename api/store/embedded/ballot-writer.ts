import { Worker } from "node:worker_threads";
import { logError } from "../../log.ts";
import { Refusal } from "../../refusal.ts";
import { type Answered, type BallotWriter, earlierOutcome, outcomeOf } from "../ballot-writer.ts";
import type { Result, Work } from "./urn-thread.ts";

/** What waits for a commit, and whoever wants to know how it ended. */
interface Waiting {
  ballots: number;
  work: Work;
  resolve: (answered: Answered[]) => void;
  reject: (reason: unknown) => void;
}

const mostUnanswered = 5000;
const mostInOneCommit = 256;
const evenOfFew = 32;

/**
 * The only writer of ballots in the urn file. What arrives while one commit is under way shares the next one, and is answered
 * when that is durable; what cannot wait is refused as `overloaded`. The thread starts with the first ballot.
 */
export function openEmbeddedBallotWriter(file: string): BallotWriter {
  let thread: Worker | undefined;
  const waiting: Waiting[] = [];
  let underWay: Waiting[] = [];
  let unanswered = 0;
  let closing: Promise<void> | undefined;
  let idle = () => {};

  function startThread(): Worker {
    const started = new Worker(new URL("./urn-thread.ts", import.meta.url), { workerData: file });
    started.on("message", (results: readonly Result[]) => settle((index) => results[index]));
    started.on("error", (error) => {
      if (thread === started) thread = undefined;
      settle(() => ({ failed: String(error) }));
    });
    return started;
  }

  function settle(resultOf: (index: number) => Result | undefined): void {
    const group = underWay;
    underWay = [];
    const failures = new Set<string>();
    for (const [index, { ballots, resolve, reject }] of group.entries()) {
      unanswered -= ballots;
      const result = resultOf(index) ?? { failed: "no answer" };
      if ("answered" in result) {
        resolve(result.answered);
      } else {
        failures.add(result.failed);
        reject(new Refusal("storage_failed"));
      }
    }
    for (const message of failures) logError("urn_write_failed", { message });
    send();
  }

  function send(): void {
    if (underWay.length > 0) return;
    if (waiting.length === 0) {
      idle();
      return;
    }
    underWay = takeGroup();
    thread ??= startThread();
    thread.postMessage(underWay.map(({ work }) => work));
  }

  /**
   * Whole requests until the commit is full. Of many no more than half go at once: while the thread writes these the service
   * answers and reads the others, and neither waits for the other.
   */
  function takeGroup(): Waiting[] {
    const most = Math.min(Math.max(Math.ceil(unanswered / 2), evenOfFew), mostInOneCommit);
    let size = 0;
    const count = waiting.findIndex(({ ballots }) => {
      size += ballots;
      return size > most;
    });
    if (count === -1) return waiting.splice(0);
    return waiting.splice(0, Math.max(count, 1));
  }

  /** Done in the next commit; resolves when that is durable. */
  function enqueue(ballots: number, work: Work): Promise<Answered[]> {
    if (closing || unanswered + ballots > mostUnanswered) {
      return Promise.reject(new Refusal("overloaded", { retryAfterSeconds: 2 }));
    }
    unanswered += ballots;
    return new Promise((resolve, reject) => {
      waiting.push({ ballots, work, resolve, reject });
      // What is read from the sockets in the same turn of the event loop goes together.
      if (waiting.length === 1) setImmediate(send);
    });
  }

  async function finish(): Promise<void> {
    if (waiting.length + underWay.length > 0) {
      await new Promise<void>((resolve) => {
        idle = resolve;
      });
    }
    const last = thread;
    if (!last) return;
    const ended = new Promise((resolve) => last.once("exit", resolve));
    last.postMessage("close");
    await ended;
  }

  return {
    async write(ballots) {
      const answered = await enqueue(ballots.length, { write: ballots });
      return ballots.map((ballot, index) => outcomeOf(ballot, answered[index] ?? {}));
    },
    /** Behind a commit as well: what is found has then reached the disk. Takes a ballot's place, so that the queue stays bounded. */
    async find({ serial, body }) {
      const [answered] = await enqueue(1, { find: serial });
      return earlierOutcome({ body }, answered?.recorded);
    },
    close() {
      closing ??= finish();
      return closing;
    },
  };
}
