import { createRoute, z } from "@hono/zod-openapi";
import { RoundState } from "../programme.ts";
import { problems } from "./problem.ts";
import {
  Count,
  datesReversed,
  Identifier,
  Instant,
  inOrder,
  inPath,
  json,
  jsonBody,
  LocalDate,
  organiser,
  pageHeaders,
  pageOf,
  pageQuery,
} from "./shared.ts";

const dates = {
  programme: Identifier,
  version: z.string().min(1).max(32),
  from: LocalDate.describe("First visit date."),
  to: LocalDate.describe("Last visit date, inclusive."),
};

export const Round = z
  .strictObject({
    id: Identifier,
    ...dates,
    acceptsUntil: Instant.describe(
      "Ballots that arrive later are kept and counted in public, never scored.",
    ),
    state: RoundState,
    units: Count.describe("Units frozen when the round opened; 0 while it is a draft."),
    ballotsAtLeast: Count.min(0).describe(
      "Ballots received, rounded down to tens: participation is public, choices are not. Without those about units that have fewer than the threshold.",
    ),
  })
  .openapi("Round", {
    example: {
      id: "neixiang-2020-06",
      programme: "neixiang-per-visit",
      version: "2020",
      from: "2020-06-01",
      to: "2020-06-30",
      acceptsUntil: "2020-07-31T00:00:00+08:00",
      state: "open",
      units: 274,
      ballotsAtLeast: 19980,
    },
  });

export const RoundPath = z.object({ round: inPath.round });

const write = [
  "invalid_parameter",
  "malformed_json",
  "unauthenticated",
  "forbidden",
  "too_large",
  "unsupported_media_type",
  "invalid_body",
] as const;

export const RoundDraft = z
  .strictObject({
    id: Identifier,
    ...dates,
    acceptsUntil: Instant.optional().describe(
      "Absent: the end of the last day plus the programme's `acceptDays`. Never before the last day is over.",
    ),
  })
  .refine(inOrder, datesReversed)
  .openapi("RoundDraft", {
    example: {
      id: "neixiang-2020-06",
      programme: "neixiang-per-visit",
      version: "2020",
      from: "2020-06-01",
      to: "2020-06-30",
    },
  });

export const createRound = createRoute({
  operationId: "createRound",
  method: "post",
  path: "/v1/rounds",
  tags: ["rounds"],
  summary: "Draft a round",
  description:
    "A draft takes no ballots. Rounds of one programme never overlap. Repeating the same request gives the same round.",
  security: organiser,
  request: {
    body: jsonBody(RoundDraft, "The round."),
  },
  responses: {
    201: json(Round, "The draft."),
    ...problems(...write, "unknown_programme", "round_exists", "round_overlaps"),
  },
});

export const listRounds = createRoute({
  operationId: "listRounds",
  method: "get",
  path: "/v1/rounds",
  tags: ["rounds"],
  summary: "List rounds",
  description: "Every round, by id; optionally of one programme or in one state.",
  request: {
    query: z.strictObject({
      programme: Identifier.optional().describe("Only rounds of this programme."),
      state: RoundState.optional().describe("Only rounds in this state."),
      ...pageQuery,
    }),
  },
  responses: {
    200: { ...json(pageOf(Round).openapi("RoundPage"), "A page of rounds."), headers: pageHeaders },
    ...problems("invalid_parameter", "invalid_cursor"),
  },
});

export const getRound = createRoute({
  operationId: "getRound",
  method: "get",
  path: "/v1/rounds/{round}",
  tags: ["rounds"],
  summary: "One round",
  description: "Its dates, its state and its participation in tens.",
  request: { params: RoundPath },
  responses: { 200: json(Round, "The round."), ...problems("invalid_parameter", "unknown_round") },
});

export const openRound = createRoute({
  operationId: "openRound",
  method: "post",
  path: "/v1/rounds/{round}/open",
  tags: ["rounds"],
  summary: "Open a round",
  description:
    "Freezes the units as they stand on the round's first day and starts to take ballots. Repeating it changes nothing.",
  security: organiser,
  request: { params: RoundPath },
  responses: {
    200: json(Round, "The open round."),
    ...problems(
      "invalid_parameter",
      "unauthenticated",
      "forbidden",
      "unknown_round",
      "round_state",
    ),
  },
});

const Early = z
  .strictObject({
    early: z
      .strictObject({ role: z.string().min(1).max(100), reason: z.string().min(1).max(1000) })
      .optional()
      .describe("Required to close before `acceptsUntil`: who decided it, as a role, and why."),
  })
  .openapi("CloseRound", { example: {} });

export const closeRound = createRoute({
  operationId: "closeRound",
  method: "post",
  path: "/v1/rounds/{round}/close",
  tags: ["rounds"],
  summary: "Close a round and recount",
  description:
    "Ballots that arrive afterwards are late. Then every ballot is counted anew and compared with the counters.",
  security: organiser,
  request: { params: RoundPath, body: jsonBody(Early, "Nothing, or why it closes early.") },
  responses: {
    200: json(Round, "The closed round."),
    ...problems(...write, "unknown_round", "round_state", "round_still_accepts", "recount_differs"),
  },
});

const Publication = z
  .strictObject({
    to: RoundState.optional().describe(
      "The state to publish in: `preliminary`, `published` or `final`, as the programme orders them. Absent: the first of them or, once something is published, the same again.",
    ),
    correction: z
      .strictObject({ role: z.string().min(1).max(100), reason: z.string().min(1).max(1000) })
      .optional()
      .describe(
        "Required when published figures change: who decided it, as a role, and why. Published with the release.",
      ),
  })
  .openapi("PublishRound", { example: {} });

export const publishRound = createRoute({
  operationId: "publishRound",
  method: "post",
  path: "/v1/rounds/{round}/publish",
  tags: ["rounds"],
  summary: "Publish a round's result",
  description:
    "Recounts, then computes results, tallies and files once, into immutable bytes. Repeating it gives the same release; changed figures make a new one that says why, and old ones never vanish.",
  security: organiser,
  request: { params: RoundPath, body: jsonBody(Publication, "Nothing, or what it should become.") },
  responses: {
    200: json(Round, "The round after publication."),
    ...problems(
      ...write,
      "unknown_round",
      "round_state",
      "recount_differs",
      "correction_unexplained",
    ),
  },
});
