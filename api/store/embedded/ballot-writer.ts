import Database from "libsql";
import { logError } from "../../log.ts";
import { Refusal } from "../../refusal.ts";
import { ballotSql } from "../ballot-sql.ts";
import {
  type BallotWriter,
  earlierOutcome,
  type NewBallot,
  outcomeOf,
  type WriteOutcome,
} from "../ballot-writer.ts";
import { openDurableWal } from "./durable-wal.ts";

/** What waits for the next commit: work inside it, and whoever wants to know how it ended. */
interface Waiting {
  ballots: number;
  work: () => void;
  /** Told once the commit is durable. */
  done: () => void;
  reject: (reason: unknown) => void;
}

const mostWaiting = 5000;
const mostInOneCommit = 256;

/**
 * The only writer of ballots in the urn file, on its own connection. Ballots that arrive together share one
 * transaction and are answered when it is durable; what cannot wait is refused as `overloaded`.
 */
export function openEmbeddedBallotWriter(file: string): BallotWriter {
  const database = new Database(file, { timeout: 5000 });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const insert = database.prepare(ballotSql.insert);
  const supersede = database.prepare(ballotSql.supersede);
  const recorded = database.prepare(ballotSql.recorded);
  const refused = database.prepare(ballotSql.refused);
  recorded.get({ serial: new Uint8Array() }); // The log file is there from the first read on.
  const log = openDurableWal(file);
  const waiting: Waiting[] = [];
  let ballotsUnanswered = 0;
  let scheduled = false;
  let closed = false;
  const syncing = new Set<Promise<void>>();

  function writeOne(ballot: NewBallot): WriteOutcome {
    const inserted = insert.get(ballot);
    if (inserted && ballot.token !== null) supersede.run(ballot);
    const earlier = inserted ? undefined : recorded.get(ballot);
    const why = inserted || earlier ? undefined : refused.get(ballot);
    return outcomeOf(ballot, { inserted, recorded: earlier, refused: why });
  }

  /** Whole requests until the commit is full. */
  function takeGroup(): Waiting[] {
    let size = 0;
    const count = waiting.findIndex(({ ballots }) => {
      size += ballots;
      return size > mostInOneCommit;
    });
    return waiting.splice(0, count === -1 ? waiting.length : Math.max(count, 1));
  }

  function flush() {
    const group = takeGroup();
    if (group.length === 0) return; // Closing has already written what was scheduled.
    scheduled = waiting.length > 0;
    if (scheduled) setImmediate(flush);
    try {
      begin.run();
      for (const { work } of group) work();
      commit.run();
    } catch (error) {
      if (database.inTransaction) database.exec("ROLLBACK");
      fail(group, error);
      return;
    }
    const durable = log.sync().then(
      () => {
        for (const { done, ballots } of group) {
          ballotsUnanswered -= ballots;
          done();
        }
      },
      (error: unknown) => fail(group, error),
    );
    syncing.add(durable);
    void durable.finally(() => syncing.delete(durable));
  }

  function fail(group: readonly Waiting[], error: unknown) {
    logError("urn_write_failed", { message: String(error) });
    for (const { reject, ballots } of group) {
      ballotsUnanswered -= ballots;
      reject(new Refusal("storage_failed"));
    }
  }

  /** Does the work in the next commit; resolves with its result when that is durable. */
  function enqueue<Result>(ballots: number, work: () => Result): Promise<Result> {
    if (closed || ballotsUnanswered + ballots > mostWaiting) {
      return Promise.reject(new Refusal("overloaded", { retryAfterSeconds: 2 }));
    }
    return new Promise((resolve, reject) => {
      let answer = () => {};
      waiting.push({
        ballots,
        work() {
          const result = work();
          answer = () => resolve(result);
        },
        done: () => answer(),
        reject,
      });
      ballotsUnanswered += ballots;
      if (!scheduled) {
        scheduled = true;
        setImmediate(flush);
      }
    });
  }

  return {
    write: (ballots) => enqueue(ballots.length, () => ballots.map(writeOne)),
    /** Behind a commit as well: what is found has then reached the disk. */
    find: ({ serial, body }) =>
      enqueue(0, () => earlierOutcome({ body }, recorded.get({ serial }))),
    async close() {
      closed = true;
      while (waiting.length > 0) flush();
      await Promise.all(syncing);
      log.close();
      database.close();
    },
  };
}
