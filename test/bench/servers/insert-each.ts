import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { OpenAPIHono } from "@hono/zod-openapi";
import { createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { castBallot } from "../../../schema/contract/ballots.ts";
import { announce } from "./announce.ts";

/** What one would write first: the contract's validation, then one drizzle insert for each request. Durable, one table. */
const ballot = sqliteTable("ballot", { serial: text().primaryKey(), body: text().notNull() });
const client = createClient({
  url: `file:${join(process.env.DATA_DIR ?? "", "each.db")}`,
  concurrency: 1,
});
const database = drizzle(client);
await database.run(sql`PRAGMA journal_mode = WAL`);
await database.run(sql`PRAGMA synchronous = FULL`);
await database.run(sql`CREATE TABLE ballot (serial TEXT PRIMARY KEY, body TEXT NOT NULL)`);

const app = new OpenAPIHono();
app.openapi(castBallot, async (c) => {
  const input = c.req.valid("json");
  const { serial } = input;
  await database.insert(ballot).values({ serial, body: JSON.stringify(input) });
  return c.json({ serial, round: "june", state: "counted" as const, commitment: serial }, 201);
});
announce(createAdaptorServer({ fetch: app.fetch }));
