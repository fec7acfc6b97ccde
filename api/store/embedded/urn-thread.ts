import { parentPort, workerData } from "node:worker_threads";
import Database from "libsql";
import { ballotSql } from "../ballot-sql.ts";
import type { Answered, NewBallot } from "../ballot-writer.ts";

/** What one request wants of a commit. */
export type Work = { write: readonly NewBallot[] } | { find: Uint8Array };

/** How it ended, once it is durable: what the statements answered for each ballot, or why nothing was done. */
export type Result = { answered: Answered[] } | { failed: string };

/**
 * A thread of its own for the urn's only writing connection: while SQLite works or waits for the disk, the service goes on.
 * Each message is a list of work that shares a transaction; "close" ends the thread.
 */
const database = openDatabase(String(workerData));

function openDatabase(file: string) {
  try {
    const opened = new Database(file, { timeout: 5000 });
    opened.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 2000",
    );
    return opened;
  } catch (error) {
    // Between threads only a plain error keeps its message.
    throw new Error(String(error));
  }
}

/** A statement whose named parameters are fields; bound by position, which costs a tenth less for each ballot. */
function prepare(sql: string) {
  const names = [...new Set(sql.match(/(?<=:)\w+/g))];
  const positional = sql.replaceAll(/:(\w+)/g, (_, name) => `?${names.indexOf(name) + 1}`);
  const statement = database.prepare(positional);
  const valuesOf = (fields: object) => names.map((name) => Reflect.get(fields, name));
  return {
    get: (fields: object): unknown => statement.get(valuesOf(fields)),
    run: (fields: object) => statement.run(valuesOf(fields)),
  };
}

function prepareStatements() {
  return {
    insert: prepare(ballotSql.insert),
    supersede: prepare(ballotSql.supersede),
    recorded: prepare(ballotSql.recorded),
    refused: prepare(ballotSql.refused),
  };
}

let statements = prepareStatements();

function writeOne(ballot: NewBallot): Answered {
  const { insert, supersede, recorded, refused } = statements;
  const inserted = insert.get(ballot);
  if (inserted && ballot.token !== null) supersede.run(ballot);
  if (inserted) return { inserted };
  const earlier = recorded.get(ballot);
  return earlier ? { recorded: earlier } : { refused: refused.get(ballot) };
}

function answerTo(work: Work): Answered[] {
  if ("write" in work) return work.write.map(writeOne);
  return [{ recorded: statements.recorded.get({ serial: work.find }) }];
}

/** All in one transaction; if one of them breaks it, each in its own, so that it fails no neighbour. */
function commitTogether(group: readonly Work[]): Result[] {
  let begun = false;
  try {
    // Not prepared: one that found the file locked stays under way until it is collected, and no commit succeeds beside it.
    database.exec("BEGIN IMMEDIATE");
    begun = true;
    const results = group.map((work) => ({ answered: answerTo(work) }));
    database.exec("COMMIT");
    return results;
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    // One that has failed would repeat its error for ever (libsql 0.5).
    statements = prepareStatements();
    if (begun && group.length > 1) return group.flatMap((work) => commitTogether([work]));
    return group.map(() => ({ failed: String(error) }));
  }
}

parentPort?.on("message", (message: readonly Work[] | "close") => {
  if (message === "close") {
    database.close();
    parentPort?.close();
  } else {
    parentPort?.postMessage(commitTogether(message));
  }
});
