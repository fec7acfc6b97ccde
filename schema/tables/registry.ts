import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

/**
 * The registry: who is appraised, by which rules, and what was published. Never a ballot.
 * Dates are YYYY-MM-DD in the county's zone; instants are epoch milliseconds, named `…At`.
 */

export const agency = sqliteTable("agency", {
  id: text().primaryKey(),
  name: text().notNull(),
  nameEn: text(),
});

/** A unit's public form, one row for each version; `validFrom` is its first day. */
export const unitVersion = sqliteTable(
  "unit_version",
  {
    unit: text().notNull(),
    validFrom: text().notNull(),
    agency: text()
      .notNull()
      .references(() => agency.id),
    name: text().notNull(),
    nameEn: text(),
    pool: text().notNull(),
    system: text().notNull(),
    tags: text({ mode: "json" }).$type<string[]>().notNull(),
    managedBy: text({ enum: ["agency", "township", "dual"] }).notNull(),
    township: text(),
    place: text(),
    head: text(),
    officePhone: text(),
    address: text(),
    duties: text(),
    predecessor: text(),
    closed: integer({ mode: "boolean" }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.validFrom] }),
    index("unit_version_agency").on(table.agency),
  ],
);

export const commitment = sqliteTable(
  "commitment",
  {
    unit: text().notNull(),
    version: integer().notNull(),
    validFrom: text().notNull(),
    content: text().notNull(),
    procedure: text().notNull(),
    timeLimit: text().notNull(),
    standard: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.version] })],
);

/** A service item; `document` is its public description as the contract shapes it. */
export const serviceItem = sqliteTable(
  "service_item",
  {
    unit: text().notNull(),
    code: text().notNull(),
    document: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.code] })],
);

/** Visits to a unit on one day: the denominator of its rating rate. */
export const visitCount = sqliteTable(
  "visit_count",
  { unit: text().notNull(), on: text().notNull(), visits: integer().notNull() },
  (table) => [primaryKey({ columns: [table.unit, table.on] })],
);

/** A programme document, immutable by id and version. */
export const programme = sqliteTable(
  "programme",
  {
    id: text().notNull(),
    version: text().notNull(),
    document: text().notNull(),
    sha256: text().notNull(),
    uploadedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

export const round = sqliteTable(
  "round",
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    version: text().notNull(),
    /** First and last visit date, both inclusive. */
    from: text().notNull(),
    to: text().notNull(),
    /** Ballots that arrive later are kept and never scored. */
    acceptsUntilAt: integer().notNull(),
    state: text().notNull(),
    /** Raised by every change, so that a stale writer is refused. */
    revision: integer().notNull().default(0),
  },
  (table) => [index("round_programme").on(table.programme, table.from)],
);

/** The units of a round as they stood when it opened. */
export const roundUnit = sqliteTable(
  "round_unit",
  { round: text().notNull(), unit: text().notNull(), snapshot: text().notNull() },
  (table) => [primaryKey({ columns: [table.round, table.unit] })],
);

export const device = sqliteTable("device", {
  id: text().primaryKey(),
  label: text().notNull(),
  /** A platform is a device without a window: the same keys, numbers and rules, its own channels. */
  kind: text({ enum: ["device", "platform"] })
    .notNull()
    .default("device"),
  /** `test` devices are a maker's or an installer's: their ballots never enter a result. */
  mode: text({ enum: ["live", "test"] }).notNull(),
  state: text({ enum: ["invited", "enrolled", "revoked"] }).notNull(),
  /** HMAC of the one-time enrolment code; empty once used. */
  codeHmac: text(),
  codeExpiresAt: integer(),
  lastSeenAt: integer(),
  /** The clock that dates ratings minus server clock, as last reported. */
  clockOffsetSeconds: integer().notNull().default(0),
  /** The device's own clock, uncorrected, minus server clock; empty until it has told. */
  clockDriftSeconds: integer(),
  clockReportedAt: integer(),
  backlog: integer(),
  /** JSON of the contract's `Presentation`; empty where the device shows its own words and look. */
  presentation: text(),
  revokedAt: integer(),
  /** Who decided it, as a role, and why. */
  revokedRole: text(),
  revokedReason: text(),
  /** Earliest day since which its ballots were held to be in doubt; empty: never. */
  revokedQuarantineFrom: text(),
});

/** Public keys of a device; two overlap while a key is rotated. */
export const deviceKey = sqliteTable(
  "device_key",
  {
    device: text()
      .notNull()
      .references(() => device.id),
    thumbprint: text().notNull(),
    publicJwk: text().notNull(),
    addedAt: integer().notNull(),
    expiresAt: integer(),
  },
  (table) => [primaryKey({ columns: [table.device, table.thumbprint] })],
);

/** Assertions that have bought a token, until they expire: each one buys only one. */
export const spentAssertion = sqliteTable(
  "spent_assertion",
  { device: text().notNull(), jti: text().notNull(), expiresAt: integer().notNull() },
  (table) => [primaryKey({ columns: [table.device, table.jti] })],
);

/** Which unit a device rates, on which dates; `until` is the last day, open where absent. */
export const assignment = sqliteTable(
  "assignment",
  {
    device: text()
      .notNull()
      .references(() => device.id),
    unit: text().notNull(),
    programme: text().notNull(),
    instrument: text().notNull(),
    group: text().notNull(),
    from: text().notNull(),
    until: text(),
  },
  (table) => [primaryKey({ columns: [table.device, table.unit, table.programme, table.from] })],
);

/** The numbers a device has delivered, as ranges, so that gaps show. Never a count. */
export const deviceNumbers = sqliteTable(
  "device_numbers",
  { device: text().notNull(), first: integer().notNull(), last: integer().notNull() },
  (table) => [primaryKey({ columns: [table.device, table.first] })],
);

/** Points and marks. Never edited: a counter-entry cancels. */
export const ledgerEntry = sqliteTable(
  "ledger_entry",
  {
    id: text().primaryKey(),
    round: text().notNull(),
    ledger: text().notNull(),
    unit: text().notNull(),
    document: text().notNull(),
    cancels: text(),
    recordedAt: integer().notNull(),
  },
  (table) => [
    index("ledger_entry_round").on(table.round, table.ledger),
    uniqueIndex("ledger_entry_cancels").on(table.cancels),
  ],
);

export const decision = sqliteTable(
  "decision",
  {
    id: text().primaryKey(),
    round: text().notNull(),
    document: text().notNull(),
    recordedAt: integer().notNull(),
  },
  (table) => [index("decision_round").on(table.round)],
);

/** A publication of a round. Old ones never vanish; a correction is a new one that says why. */
export const release = sqliteTable(
  "release",
  {
    round: text().notNull(),
    number: integer().notNull(),
    state: text().notNull(),
    reason: text(),
    publishedAt: integer().notNull(),
    /** What later rounds need of this one. */
    outcome: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.round, table.number] })],
);

/** Immutable bytes of a release, served as they are. */
export const releaseFile = sqliteTable(
  "release_file",
  {
    round: text().notNull(),
    number: integer().notNull(),
    path: text().notNull(),
    mediaType: text().notNull(),
    bytes: blob({ mode: "buffer" }).notNull(),
    sha256: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.round, table.number, table.path] })],
);

/** What organisers did. Each row holds the hash of the one before; triggers refuse change and deletion. */
export const audit = sqliteTable("audit", {
  number: integer().primaryKey(),
  at: integer().notNull(),
  actor: text().notNull(),
  action: text().notNull(),
  subject: text().notNull(),
  bodySha256: text().notNull(),
  previous: text().notNull(),
  sha256: text().notNull(),
});
