import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Client, createClient } from "@libsql/client";
import { createClient as createRemoteClient } from "@libsql/client/web";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import type { BallotWriter, NewBallot } from "../../api/store/ballot-writer.ts";
import { openEmbeddedBallotWriter } from "../../api/store/embedded/ballot-writer.ts";
import { openRemoteBallotWriter } from "../../api/store/remote/ballot-writer.ts";
import { startHranaServer } from "../runtime/hrana-server.ts";

const migrationsFolder = fileURLToPath(new URL("../../migrations/urn", import.meta.url));

export interface TestUrn {
  file: string;
  writer: BallotWriter;
  /** A connection of its own, to look and to interfere. */
  client: Client;
  close(): Promise<void>;
}

/** A migrated urn with the gate of one round, written to through one of the two adapters. */
export async function openTestUrn(adapter: "embedded" | "remote"): Promise<TestUrn> {
  const folder = mkdtempSync(join(tmpdir(), "wanping-urn-"));
  const file = join(folder, "urn.db");
  const client = createClient({ url: `file:${file}`, concurrency: 1, timeout: 5000 });
  await client.execute("PRAGMA journal_mode = WAL");
  await migrate(drizzle(client), { migrationsFolder });
  await client.execute(
    `INSERT INTO gate (round, state, "from", "to", accepts_until_at) VALUES ('june', 'open', '2020-06-01', '2020-06-30', 2000)`,
  );
  const { writer, stop } = await open[adapter](file);
  return {
    file,
    writer,
    client,
    async close() {
      await writer.close();
      await stop();
      client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const open = {
  async embedded(file: string) {
    return { writer: openEmbeddedBallotWriter(file), stop: async () => {} };
  },
  async remote(file: string) {
    const server = await startHranaServer({ file, token: "secret", lockTimeout: 5000 });
    const remote = createRemoteClient({ url: server.url, authToken: "secret" });
    const stop = async () => {
      remote.close();
      await server.close();
    };
    return { writer: openRemoteBallotWriter(remote), stop };
  },
};

/** Thirty-two bytes that say which. */
export const bytes = (text: string) => new Uint8Array(Buffer.alloc(32, `${text} `));

/** A counted rating, under the serial of this name. */
export function newBallot(name: string, changes: Partial<NewBallot> = {}): NewBallot {
  return {
    serial: bytes(name),
    round: "june",
    instrument: "window-rating",
    group: "visitors",
    channel: "kiosk",
    stream: "window",
    visitedOn: "2020-06-03",
    version: 0,
    token: null,
    visit: null,
    label: bytes("device-day"),
    state: "counted",
    reasons: "[]",
    answers: '{"kind":"levels","level":"satisfied","unit":"unit-001"}',
    cells: '[["unit-001","level","satisfied",1,0,0]]',
    body: bytes(`body of ${name}`),
    salt: bytes(`salt of ${name}`),
    credential: "key-1",
    arrivedAt: 1000,
    ...changes,
  };
}
