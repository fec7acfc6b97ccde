import Database from "libsql";
import { Refusal } from "../../refusal.ts";
import { ballotSql } from "../ballot-sql.ts";
import {
  type BallotWriter,
  type NewBallot,
  outcomeOf,
  type ReadRow,
  type WriteOutcome,
} from "../ballot-writer.ts";

interface Waiting {
  ballot: NewBallot;
  resolve: (outcome: WriteOutcome) => void;
  reject: (reason: unknown) => void;
}

const mostWaiting = 5000;
const mostInOneCommit = 256;

/**
 * The only writer of the urn file, on its own connection. Ballots that arrive together share one
 * transaction and are answered after its commit; what cannot wait is refused as `overloaded`.
 */
export function openEmbeddedBallotWriter(file: string): BallotWriter {
  const database = new Database(file, { timeout: 5000 });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const insert = database.prepare(ballotSql.insert);
  const supersede = database.prepare(ballotSql.supersede);
  const read = database.prepare(ballotSql.read);
  let waiting: Waiting[] = [];
  let scheduled = false;
  let closed = false;

  function writeOne(ballot: NewBallot): WriteOutcome {
    const inserted = insert.run(ballot).changes > 0;
    if (ballot.token !== null) supersede.run(ballot);
    return outcomeOf(ballot, inserted, read.get(ballot) as ReadRow);
  }

  function flush() {
    const group = waiting.slice(0, mostInOneCommit);
    waiting = waiting.slice(mostInOneCommit);
    scheduled = waiting.length > 0;
    if (scheduled) setImmediate(flush);
    try {
      begin.run();
      const outcomes = group.map(({ ballot }) => writeOne(ballot));
      commit.run();
      group.forEach(({ resolve }, index) => {
        const outcome = outcomes[index];
        if (outcome) resolve(outcome);
      });
    } catch (error) {
      if (database.inTransaction) database.exec("ROLLBACK");
      for (const { reject } of group) reject(new Refusal("storage_failed", {}));
      console.error(
        JSON.stringify({ level: "error", event: "urn_write_failed", message: String(error) }),
      );
    }
  }

  return {
    write(ballot) {
      if (closed || waiting.length >= mostWaiting) {
        return Promise.reject(new Refusal("overloaded", { retryAfterSeconds: 2 }));
      }
      return new Promise((resolve, reject) => {
        waiting.push({ ballot, resolve, reject });
        if (!scheduled) {
          scheduled = true;
          setImmediate(flush);
        }
      });
    },
    async close() {
      closed = true;
      while (waiting.length > 0) flush();
      database.close();
    },
  };
}
