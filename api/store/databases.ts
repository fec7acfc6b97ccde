import type { LibSQLDatabase } from "drizzle-orm/libsql/driver-core";
import type { BallotWriter } from "./ballot-writer.ts";
import type { DeviceNumbers } from "./device-numbers.ts";

/** The two databases and the only way to write ballots. */
export interface Databases {
  registry: LibSQLDatabase;
  urn: LibSQLDatabase;
  ballots: BallotWriter;
  deviceNumbers: DeviceNumbers;
  /** Whether no other process writes to them. */
  alone: boolean;
}
