import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import { openDeviceNumbers } from "./device-numbers.ts";
import { openEmbeddedBallotWriter } from "./embedded/ballot-writer.ts";
import { createStore, type Store } from "./store.ts";

const migrations = (name: string) =>
  fileURLToPath(new URL(`../../migrations/${name}`, import.meta.url));

/**
 * Two files in one folder, migrated at opening. One connection each (`concurrency: 1`): pragmas reach only the
 * connection they ran on, and interleaved transactions of one process lock one another out.
 */
export async function openEmbeddedStore(folder: string): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const registryClient = createClient({
    url: `file:${join(folder, "registry.db")}`,
    concurrency: 1,
    timeout: 5000,
  });
  const urnFile = join(folder, "urn.db");
  const urnClient = createClient({ url: `file:${urnFile}`, concurrency: 1, timeout: 5000 });
  for (const client of [registryClient, urnClient]) {
    await client.execute("PRAGMA journal_mode = WAL");
    await client.execute("PRAGMA synchronous = FULL");
  }
  const registry = drizzle(registryClient, { casing: "snake_case" });
  const urn = drizzle(urnClient, { casing: "snake_case" });
  await migrate(registry, { migrationsFolder: migrations("registry") });
  await migrate(urn, { migrationsFolder: migrations("urn") });
  const ballots = openEmbeddedBallotWriter(urnFile);
  const deviceNumbers = openDeviceNumbers(registry, { flushAfter: 5000 });
  return createStore({ registry, urn, ballots, deviceNumbers, alone: true }, async () => {
    await ballots.close();
    await deviceNumbers.close();
    registryClient.close();
    urnClient.close();
  });
}
