import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@libsql/client/web";
import { drizzle } from "drizzle-orm/libsql/web";
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HranaOptions, type HranaServer, startHranaServer } from "./hrana-server.ts";

const token = "a-token-of-this-test";
let folder: string;
let server: HranaServer;
let client: ReturnType<typeof createClient>;

const connect = ({ url }: HranaServer) => createClient({ url, authToken: token });
const start = (limits: Partial<HranaOptions> = {}) =>
  startHranaServer({ file: join(folder, "test.db"), token, ...limits });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "wanping-hrana-"));
  server = await start();
  client = connect(server);
  await client.executeMultiple(`
    CREATE TABLE units (id TEXT PRIMARY KEY, name TEXT NOT NULL, visits INTEGER, photo BLOB) STRICT;
    CREATE INDEX units_by_name ON units (name);
  `);
});

afterEach(async () => {
  client.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function count(): Promise<unknown> {
  return (await client.execute("SELECT count(*) FROM units")).rows[0]?.[0];
}

test("values come back as they were sent, by position or by name", async () => {
  const photo = new Uint8Array([0, 1, 254, 255]);
  const insert = "INSERT INTO units VALUES (?, ?, ?, ?)";
  const inserted = await client.execute({ sql: insert, args: ["a", "行政审批科", 7, photo] });
  expect(inserted.rowsAffected).toBe(1);

  const sql = "SELECT name, visits, photo, NULL AS absent, 1.5 AS half FROM units WHERE id = :id";
  const { rows, columns, rowsAffected } = await client.execute({ sql, args: { id: "a" } });
  expect(columns).toEqual(["name", "visits", "photo", "absent", "half"]);
  expect(rowsAffected).toBe(0);
  expect(rows[0]?.name).toBe("行政审批科");
  expect(rows[0]?.visits).toBe(7);
  expect(rows[0]?.photo).toEqual(photo.buffer);
  expect(rows[0]?.absent).toBeNull();
  expect(rows[0]?.half).toBe(1.5);
});

test("a returning insert tells its row and that it wrote one", async () => {
  const sql = "INSERT INTO units (id, name) VALUES ('a', 'A') RETURNING id";
  const { rows, rowsAffected } = await client.execute(sql);
  expect([rows[0]?.id, rowsAffected]).toEqual(["a", 1]);
});

test("a batch that fails in the middle leaves nothing behind", async () => {
  const insert = "INSERT INTO units (id, name) VALUES (?, ?)";
  const batch = client.batch(
    [
      [insert, ["a", "A"]],
      [insert, ["a", "B"]],
      [insert, ["c", "C"]],
    ],
    "write",
  );
  await expect(batch).rejects.toMatchObject({ statementIndex: 1, code: "SQLITE_CONSTRAINT" });
  expect(await count()).toBe(0);

  await client.batch(
    [
      [insert, ["a", "A"]],
      [insert, ["b", "B"]],
    ],
    "write",
  );
  expect(await count()).toBe(2);
});

test("errors carry the base code and the message of sqld", async () => {
  await client.execute("INSERT INTO units (id, name) VALUES ('a', 'A')");
  await expect(
    client.execute("INSERT INTO units (id, name) VALUES ('a', 'B')"),
  ).rejects.toMatchObject({
    code: "SQLITE_CONSTRAINT",
    message: expect.stringContaining("SQLite error: UNIQUE constraint failed: units.id"),
  });
  await expect(client.execute("SELECT * FROM nowhere")).rejects.toMatchObject({
    code: "SQL_INPUT_ERROR",
  });
});

test("a transaction is seen by others once it commits, and not when it rolls back", async () => {
  const transaction = await client.transaction("write");
  await transaction.execute("INSERT INTO units (id, name) VALUES ('a', 'A')");
  expect((await transaction.execute("SELECT count(*) FROM units")).rows[0]?.[0]).toBe(1);
  expect(await count()).toBe(0);
  await transaction.commit();
  expect(await count()).toBe(1);

  const undone = await client.transaction("write");
  await undone.execute("DELETE FROM units");
  await undone.rollback();
  expect(await count()).toBe(1);
});

test("a second writer waits for the first", async () => {
  const first = await client.transaction("write");
  await first.execute("INSERT INTO units (id, name) VALUES ('a', 'A')");
  const second = client.execute("INSERT INTO units (id, name) VALUES ('b', 'B')");
  await sleep(20);
  await first.commit();
  await second;
  expect(await count()).toBe(2);
});

test("a writer that waits too long is told that the database is busy", async () => {
  const impatient = await start({ lockTimeout: 50 });
  const first = await client.transaction("write");
  await first.execute("INSERT INTO units (id, name) VALUES ('a', 'A')");
  const second = connect(impatient).execute("INSERT INTO units (id, name) VALUES ('b', 'B')");
  await expect(second).rejects.toMatchObject({ code: "SQLITE_BUSY" });
  await first.commit();
  await impatient.close();
});

test("a transaction that nobody continues expires, is rolled back and frees its lock", async () => {
  const strict = await start({ expiresAfter: 50 });
  const forgotten = await connect(strict).transaction("write");
  await forgotten.execute("INSERT INTO units (id, name) VALUES ('a', 'A')");
  await sleep(200);
  await expect(forgotten.commit()).rejects.toMatchObject({ code: "STREAM_EXPIRED" });
  await client.execute("INSERT INTO units (id, name) VALUES ('b', 'B')");
  expect(await count()).toBe(1);
  await strict.close();
});

test("a wrong token and an invented baton are refused", async () => {
  const stranger = createClient({ url: server.url, authToken: "wrong" });
  await expect(stranger.execute("SELECT 1")).rejects.toMatchObject({ code: "SERVER_ERROR" });

  const response = await fetch(`${server.url}/v2/pipeline`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ baton: "invented", requests: [] }),
  });
  expect(response.status).toBe(400);
});

test("drizzle works over it, transactions included", async () => {
  const units = sqliteTable("units", {
    id: text().primaryKey(),
    name: text().notNull(),
    visits: integer(),
    photo: blob({ mode: "buffer" }),
  });
  const database = drizzle({ client });
  await database.insert(units).values({ id: "a", name: "A", visits: 3 });
  const failing = database.transaction(async (transaction) => {
    await transaction.update(units).set({ visits: 4 });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await database.select().from(units)).toEqual([
    { id: "a", name: "A", visits: 3, photo: null },
  ]);
});

test("statements sent side by side all arrive", async () => {
  const insert = "INSERT INTO units (id, name) VALUES (?, ?)";
  for (let round = 0; round < 20; round += 1) {
    const ids = Array.from({ length: 20 }, (_, index) => `${round}-${index}`);
    await Promise.all(ids.map((id) => client.execute({ sql: insert, args: [id, id] })));
  }
  expect(await count()).toBe(400);
});
