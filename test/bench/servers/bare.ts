import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import Database from "libsql";
import { announce } from "./announce.ts";

/**
 * As little as a durable ballot needs: `node:http`, JSON, one table with a unique serial. Requests of one turn of the event
 * loop share a commit; with `COMMIT_EACH` every request has its own.
 */
const database = new Database(join(process.env.DATA_DIR ?? "", "bare.db"));
const each = process.env.COMMIT_EACH === "1";
database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE ballot (serial BLOB PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID`);
const begin = database.prepare("BEGIN IMMEDIATE");
const commit = database.prepare("COMMIT");
const insert = database.prepare("INSERT INTO ballot VALUES (?, ?) ON CONFLICT DO NOTHING");

interface Waiting {
  serial: Uint8Array;
  body: string;
  done: () => void;
}
let waiting: Waiting[] = [];

function flush() {
  const group = waiting;
  waiting = [];
  begin.run();
  for (const { serial, body } of group) insert.run(serial, body);
  commit.run();
  for (const { done } of group) done();
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const body = Buffer.concat(parts).toString();
    const { serial } = JSON.parse(body);
    const hash = createHash("sha256").update(serial).digest();
    const done = () => {
      response.writeHead(201, { "content-type": "application/json" });
      response.end(JSON.stringify({ serial }));
    };
    if (each) {
      insert.run(hash, body);
      done();
      return;
    }
    if (waiting.length === 0) setImmediate(flush);
    waiting.push({ serial: hash, body, done });
  });
});
announce(server);
