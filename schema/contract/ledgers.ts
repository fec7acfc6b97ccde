import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./problem.ts";
import {
  Identifier,
  Instant,
  inPath,
  json,
  jsonBody,
  LocalDate,
  organiser,
  pageHeaders,
  pageOf,
  pageQuery,
} from "./shared.ts";

const why = {
  role: z.string().min(1).max(100).describe("The role that records it; never a person's name."),
  reason: z.string().min(1).max(1000).describe("Never published."),
};

const EntryInput = z
  .strictObject({
    id: Identifier.describe("Made by the sender: the same entry sent again is the same entry."),
    unit: Identifier,
    entry: Identifier.optional().describe("Entry of the catalogue, in a ledger of points."),
    assessor: Identifier.optional().describe("Who marks, in a ledger of marks."),
    points: z.number().min(0).max(1_000_000),
    modifiers: z.array(Identifier).max(10).default([]),
    on: LocalDate.describe("Date of the fact."),
    deed: Identifier.optional().describe("Entries of one deed are about the same fact."),
    ...why,
    evidence: z.string().max(1000).optional().describe("Where it lies. Never published."),
  })
  .openapi("LedgerEntryInput", {
    example: {
      id: "entry-0001",
      unit: "unit-012",
      entry: "late-reply",
      points: 1,
      on: "2020-06-03",
      role: "Petitions bureau",
      reason: "The reply was three days late.",
    },
  });

const LedgerEntry = z
  .strictObject({
    ...EntryInput.shape,
    modifiers: z.array(Identifier).max(10),
    ledger: Identifier,
    cancels: Identifier.optional().describe("The entry that this one cancels."),
    recordedAt: Instant,
  })
  .openapi("LedgerEntry");

const LedgerPath = z.object({ round: inPath.round, ledger: inPath.ledger });
const refusals = [
  "invalid_parameter",
  "malformed_json",
  "unauthenticated",
  "forbidden",
  "unknown_round",
  "unknown_ledger",
  "round_state",
  "too_large",
  "unsupported_media_type",
  "invalid_body",
  "entry_exists",
  "entry_out_of_catalogue",
] as const;

export const recordEntries = createRoute({
  operationId: "recordEntries",
  method: "post",
  path: "/v1/rounds/{round}/ledgers/{ledger}/entries",
  tags: ["ledgers"],
  summary: "Record ledger entries",
  description:
    "All or nothing, held against the catalogue, the window of dates and the quota of tiers as the whole ledger would then stand. Sending the same entries again records nothing more.",
  security: organiser,
  request: {
    params: LedgerPath,
    body: jsonBody(
      z
        .strictObject({ entries: z.array(EntryInput).min(1).max(1000) })
        .openapi("LedgerEntryInputs"),
      "The entries.",
    ),
  },
  responses: {
    201: json(
      z.strictObject({ items: z.array(LedgerEntry).max(1000) }).openapi("RecordedEntries"),
      "As recorded.",
    ),
    ...problems(...refusals),
  },
});

export const counterEntry = createRoute({
  operationId: "counterEntry",
  method: "post",
  path: "/v1/rounds/{round}/ledgers/{ledger}/entries/{entry}/counter-entry",
  tags: ["ledgers"],
  summary: "Cancel a ledger entry",
  description:
    "Entries are never edited. A counter-entry takes one away, or another counter-entry, which brings it back.",
  security: organiser,
  request: {
    params: LedgerPath.extend({ entry: inPath.entry }),
    body: jsonBody(
      z.strictObject({ id: Identifier, ...why }).openapi("CounterEntry", {
        example: { id: "entry-0001-void", role: "Petitions bureau", reason: "Another unit's." },
      }),
      "The counter-entry.",
    ),
  },
  responses: { 201: json(LedgerEntry, "As recorded."), ...problems(...refusals, "unknown_entry") },
});

export const listEntries = createRoute({
  operationId: "listEntries",
  method: "get",
  path: "/v1/rounds/{round}/ledgers/{ledger}/entries",
  tags: ["ledgers"],
  summary: "List ledger entries",
  description: "Every entry and counter-entry with its reason, by id. For organisers only.",
  security: organiser,
  request: { params: LedgerPath, query: z.strictObject(pageQuery) },
  responses: {
    200: {
      ...json(pageOf(LedgerEntry).openapi("LedgerEntryPage"), "A page of entries."),
      headers: pageHeaders,
    },
    ...problems(
      "invalid_parameter",
      "unauthenticated",
      "forbidden",
      "unknown_round",
      "unknown_ledger",
      "invalid_cursor",
    ),
  },
});
