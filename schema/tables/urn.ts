import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * The urn: ballots and their counters. No identity, address, user agent, autoincrement, or time
 * finer than the visit date. See docs/adr/0002.
 */

/** One row a round: what the ballot writer reads in the ballot's own transaction. */
export const gate = sqliteTable("gate", {
  round: text().primaryKey(),
  state: text({ enum: ["open", "counted"] }).notNull(),
  /** First and last visit date, both inclusive. */
  from: text().notNull(),
  to: text().notNull(),
  acceptsUntilAt: integer().notNull(),
});

export const ballotStates = [
  "counted",
  "late",
  "invalid",
  "undrawn",
  "superseded",
  "void",
  "quarantined",
  "test",
] as const;

/** WITHOUT ROWID: rows lie in the order of the hash, so their order tells nothing. */
export const ballot = sqliteTable("ballot", {
  /** SHA-256 of the client-made random serial. */
  serial: blob({ mode: "buffer" }).primaryKey(),
  round: text().notNull(),
  instrument: text().notNull(),
  group: text().notNull(),
  channel: text().notNull(),
  stream: text().notNull(),
  visitedOn: text().notNull(),
  /** Versions of one voter's ballot: a higher one supersedes. */
  version: integer().notNull(),
  /** SHA-256 of a spent voting token; unique in its round together with the version. */
  token: blob({ mode: "buffer" }),
  /** HMAC of the visit reference; unique in its round. Its key dies after the late window. */
  visit: blob({ mode: "buffer" }),
  /** Unpublished keyed label of device and day, for quarantine by day and device. */
  label: blob({ mode: "buffer" }),
  state: text({ enum: ballotStates }).notNull(),
  /** Why it is invalid, void or quarantined; a JSON list. */
  reasons: text().notNull(),
  /** The answers in canonical JSON (RFC 8785). */
  answers: text().notNull(),
  /** What it adds to the tally while counted: JSON [[unit, question, answer, count, sum, sumOfSquares], …]. */
  cells: text().notNull(),
  /** SHA-256 of the canonical request body: the same serial with another body is refused. */
  body: blob({ mode: "buffer" }).notNull(),
  /** Random salt of the receipt; destroyed with the answers on erasure. */
  salt: blob({ mode: "buffer" }).notNull(),
});

/** Counters, kept by triggers in the ballot's own transaction. */
export const tally = sqliteTable(
  "tally",
  {
    round: text().notNull(),
    unit: text().notNull(),
    group: text().notNull(),
    channel: text().notNull(),
    stream: text().notNull(),
    question: text().notNull(),
    answer: text().notNull(),
    count: integer().notNull(),
    sum: integer().notNull(),
    sumOfSquares: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.round,
        table.unit,
        table.group,
        table.channel,
        table.stream,
        table.question,
        table.answer,
      ],
    }),
  ],
);

/** Ballots by state: what is public about them whatever they say. */
export const stateCount = sqliteTable(
  "state_count",
  { round: text().notNull(), state: text().notNull(), count: integer().notNull() },
  (table) => [primaryKey({ columns: [table.round, table.state] })],
);

/** Credentials that may no longer write. */
export const revocation = sqliteTable("revocation", { credential: text().primaryKey() });

export type BallotState = (typeof ballotStates)[number];
