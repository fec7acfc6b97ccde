import Database from "libsql";
import { logError } from "../../log.ts";
import { Refusal } from "../../refusal.ts";
import { ballotSql } from "../ballot-sql.ts";
import {
  type BallotWriter,
  type NewBallot,
  outcomeOf,
  RecordedRow,
  type WriteOutcome,
} from "../ballot-writer.ts";

interface Waiting {
  ballots: readonly NewBallot[];
  resolve: (outcomes: WriteOutcome[]) => void;
  reject: (reason: unknown) => void;
}

const mostWaiting = 5000;
const mostInOneCommit = 256;

/**
 * The only writer of ballots in the urn file, on its own connection. Ballots that arrive together share one
 * transaction and are answered after its commit; what cannot wait is refused as `overloaded`.
 */
export function openEmbeddedBallotWriter(file: string): BallotWriter {
  const database = new Database(file, { timeout: 5000 });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const insert = database.prepare(ballotSql.insert);
  const supersede = database.prepare(ballotSql.supersede);
  const recorded = database.prepare(ballotSql.recorded);
  const refused = database.prepare(ballotSql.refused);
  const waiting: Waiting[] = [];
  let ballotsWaiting = 0;
  let scheduled = false;
  let closed = false;

  function writeOne(ballot: NewBallot): WriteOutcome {
    const inserted = insert.run(ballot).changes > 0;
    if (inserted && ballot.token !== null) supersede.run(ballot);
    const row = recorded.get(ballot);
    return outcomeOf(ballot, inserted, row, row ? undefined : refused.get(ballot));
  }

  /** Whole requests until the commit is full, so that a request is answered by one commit. */
  function takeGroup(): Waiting[] {
    let size = 0;
    const count = waiting.findIndex(({ ballots }) => {
      size += ballots.length;
      return size > mostInOneCommit;
    });
    return waiting.splice(0, count === -1 ? waiting.length : Math.max(count, 1));
  }

  function flush() {
    const group = takeGroup();
    scheduled = waiting.length > 0;
    if (scheduled) setImmediate(flush);
    for (const { ballots } of group) ballotsWaiting -= ballots.length;
    try {
      begin.run();
      const outcomes = group.map(({ ballots }) => ballots.map(writeOne));
      commit.run();
      group.forEach(({ resolve }, index) => {
        resolve(outcomes[index] ?? []);
      });
    } catch (error) {
      if (database.inTransaction) database.exec("ROLLBACK");
      for (const { reject } of group) reject(new Refusal("storage_failed"));
      logError("urn_write_failed", { message: String(error) });
    }
  }

  return {
    write(ballots) {
      if (closed || ballotsWaiting + ballots.length > mostWaiting) {
        return Promise.reject(new Refusal("overloaded", { retryAfterSeconds: 2 }));
      }
      return new Promise((resolve, reject) => {
        waiting.push({ ballots, resolve, reject });
        ballotsWaiting += ballots.length;
        if (!scheduled) {
          scheduled = true;
          setImmediate(flush);
        }
      });
    },
    async find(serial) {
      const row = recorded.get({ serial });
      return row ? RecordedRow.parse(row) : undefined;
    },
    async close() {
      closed = true;
      while (waiting.length > 0) flush();
      database.close();
    },
  };
}
