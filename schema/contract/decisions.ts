import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./problem.ts";
import { Count, Identifier, Instant, inPath, json, jsonBody, organiser, Sha256 } from "./shared.ts";

const RoundPath = z.object({ round: inPath.round });
const refusals = [
  "invalid_parameter",
  "malformed_json",
  "unauthenticated",
  "forbidden",
  "unknown_round",
  "round_state",
  "too_large",
  "unsupported_media_type",
  "invalid_body",
] as const;

const DecisionInput = z
  .strictObject({
    id: Identifier.describe("Made by the sender, unique in the county."),
    kind: z.enum(["confirm-award", "award-count", "name-to-list"]),
    about: Identifier.describe("The award, or the list of the shortlist."),
    count: Count.optional().describe("How many hold the award; for `award-count`."),
    units: z.array(Identifier).min(1).max(2000).optional().describe("For `name-to-list`."),
    role: z.string().min(1).max(100).describe("Who decided, as a role; never a person's name."),
    reason: z.string().min(1).max(1000).describe("Published with the result."),
  })
  .openapi("DecisionInput", {
    example: {
      id: "yellow-cards-2024-q2",
      kind: "award-count",
      about: "yellow-card",
      count: 5,
      role: "Discipline office",
      reason: "The five with the most votes.",
    },
  });

const Decision = z
  .strictObject({ ...DecisionInput.shape, recordedAt: Instant })
  .openapi("Decision");

export const recordDecision = createRoute({
  operationId: "recordDecision",
  method: "post",
  path: "/v1/rounds/{round}/decisions",
  tags: ["decisions"],
  summary: "Record a decision",
  description:
    "What a rule leaves to a committee: it confirms an award, says how many, or names units to a list. Of several about the same award the last stands.",
  security: organiser,
  request: { params: RoundPath, body: jsonBody(DecisionInput, "The decision.") },
  responses: {
    201: json(Decision, "As recorded."),
    ...problems(...refusals, "decision_exists"),
  },
});

export const listDecisions = createRoute({
  operationId: "listDecisions",
  method: "get",
  path: "/v1/rounds/{round}/decisions",
  tags: ["decisions"],
  summary: "List decisions",
  description: "Every decision about a round, oldest first. For organisers only.",
  security: organiser,
  request: { params: RoundPath },
  responses: {
    200: json(
      z.strictObject({ items: z.array(Decision).max(10_000) }).openapi("Decisions"),
      "The decisions.",
    ),
    ...problems("invalid_parameter", "unauthenticated", "forbidden", "unknown_round"),
  },
});

const Shortlist = z
  .strictObject({
    round: Identifier,
    lists: z
      .array(z.strictObject({ list: Identifier, units: z.array(Identifier).max(2000) }))
      .max(10),
  })
  .openapi("Shortlist");

export const fixShortlist = createRoute({
  operationId: "fixShortlist",
  method: "post",
  path: "/v1/rounds/{round}/shortlist",
  tags: ["decisions"],
  summary: "Fix the shortlist",
  description:
    "Computes the lists from what is counted so far and keeps them: ballots that mark units of the shortlist are judged by them. Repeating it gives the same lists.",
  security: organiser,
  request: { params: RoundPath },
  responses: {
    200: json(Shortlist, "The lists."),
    ...problems(
      "invalid_parameter",
      "unauthenticated",
      "forbidden",
      "unknown_round",
      "round_state",
    ),
  },
});

const Draw = z
  .strictObject({
    stream: Identifier,
    publicValue: z.string().max(500).describe("Nobody knew it when the list was closed."),
    listHash: Sha256.describe("Of the closed list."),
    seed: Sha256.describe("Of public value, list and purpose: anybody works it out."),
    purpose: z.string().max(200),
    size: Count,
    drawn: z.array(Sha256).max(100_000).describe("In the order in which they were drawn."),
    list: z
      .array(Sha256)
      .max(100_000)
      .describe("The closed list: hashes of the serials of all valid ballots of the stream."),
  })
  .openapi("Draw");

export const drawBallots = createRoute({
  operationId: "drawBallots",
  method: "post",
  path: "/v1/rounds/{round}/draws",
  tags: ["decisions"],
  summary: "Draw the ballots that count",
  description:
    "After closing. The seed is a hash of a public value, dated after closing, and the closed list, so that nobody can choose it and anybody can repeat the draw. Only drawn ballots are counted. A draw is done once.",
  security: organiser,
  request: {
    params: RoundPath,
    body: jsonBody(
      z
        .strictObject({
          stream: Identifier,
          publicValue: z.string().min(1).max(500),
          role: z.string().min(1).max(100),
        })
        .openapi("DrawInput", {
          example: {
            stream: "sampled",
            publicValue: "2024-07-16: 03 09 11 18 24 30 + 07",
            role: "Supervision office",
          },
        }),
      "What is drawn, and by which value.",
    ),
  },
  responses: { 200: json(Draw, "The draw."), ...problems(...refusals, "draw_done") },
});

export const listDraws = createRoute({
  operationId: "listDraws",
  method: "get",
  path: "/v1/rounds/{round}/draws",
  tags: ["decisions"],
  summary: "Draws of a round",
  description:
    "Everything that it takes to repeat each draw. A voter finds the hash of their serial.",
  request: { params: RoundPath },
  responses: {
    200: json(z.strictObject({ items: z.array(Draw).max(50) }).openapi("Draws"), "The draws."),
    ...problems("invalid_parameter", "unknown_round"),
  },
});
