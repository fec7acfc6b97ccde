import { createRoute, z } from "@hono/zod-openapi";
import { Answers as AnswersShape } from "../programme.ts";
import { Problem, problems } from "./problem.ts";
import { Identifier, Instant, json, jsonBody } from "./shared.ts";

// A clone, because a shape made before zod learnt `openapi` does not have it.
const Answers = AnswersShape.clone().openapi("Answers");

/** Made by the device: 32 random bytes, in base64url without padding. */
const Serial = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .max(43)
  .describe("32 random bytes, base64url without padding; kept across every retry of this ballot.");

export const Ballot = z
  .strictObject({
    serial: Serial,
    programme: Identifier,
    instrument: Identifier,
    ratedAt: Instant.describe("The device's clock when the person rated; only its date is kept."),
    visit: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe("Reference of the visit; stored only as a keyed hash, one rating each."),
    number: z
      .int()
      .min(1)
      .max(2_147_483_647)
      .optional()
      .describe("The device numbers its ballots from 1, so that missing ones show."),
    channel: z
      .enum(["platform", "system_default"])
      .optional()
      .describe(
        "Platforms only. `system_default`: the platform's answer for somebody who said nothing, counted apart and never scored.",
      ),
    answers: Answers,
  })
  .openapi("Ballot", {
    example: {
      serial: "q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0Vng",
      programme: "neixiang-per-visit",
      instrument: "window-rating",
      ratedAt: "2020-06-03T09:30:00+08:00",
      number: 17,
      answers: { kind: "levels", unit: "unit-012", level: "satisfied" },
    },
  });

export type Ballot = z.infer<typeof Ballot>;

/** Documented as a ballot, yet judged one by one: a malformed ballot must not fail its neighbours. */
const eachOnItsOwn = z.unknown().openapi({
  allOf: [
    { $ref: "#/components/schemas/Ballot" },
    { description: "Judged on its own; a malformed one gets its own problem." },
  ],
});

export const Receipt = z
  .strictObject({
    serial: Serial,
    round: Identifier,
    state: z
      .enum(["counted", "late", "invalid", "undrawn", "superseded", "void", "quarantined", "test"])
      .describe("What the ballot is now. A late one is kept and never scored."),
    commitment: z
      .string()
      .length(43)
      .describe(
        "SHA-256 over a domain tag, a random salt and the canonical ballot: recorded, never what.",
      ),
  })
  .openapi("Receipt", {
    example: {
      serial: "q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0Vng",
      round: "neixiang-2020-06",
      state: "counted",
      commitment: "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
    },
  });

const refusals = [
  "unauthenticated",
  "forbidden",
  "credential_revoked",
  "unit_not_assigned",
  "round_not_open",
  "visit_already_rated",
  "serial_reused",
  "off_instrument",
  "implausible_date",
  "storage_failed",
  "overloaded",
] as const;
const form = ["malformed_json", "too_large", "unsupported_media_type", "invalid_body"] as const;

export const castBallot = createRoute({
  operationId: "castBallot",
  method: "post",
  path: "/v1/ballots",
  tags: ["device"],
  summary: "Cast one ballot",
  description:
    "201 means durable. The same serial and body again gives the same receipt, for ever; the same serial with another body is refused. After `acceptsUntil` a ballot is kept as late.",
  security: [{ device: [] }],
  request: { body: jsonBody(Ballot, "The ballot.") },
  responses: { 201: json(Receipt, "Recorded."), ...problems(...form, ...refusals) },
});

export const castBallots = createRoute({
  operationId: "castBallots",
  method: "post",
  path: "/v1/ballots/batch",
  tags: ["device"],
  summary: "Cast a batch of ballots",
  description:
    "Up to 200, in order, each on its own: a refused one never fails its neighbours. The result list has one entry for each ballot, in the same order.",
  security: [{ device: [] }],
  request: {
    body: jsonBody(
      z.strictObject({ ballots: z.array(eachOnItsOwn).min(1).max(200) }).openapi("BallotBatch"),
      "The ballots.",
    ),
  },
  responses: {
    200: json(
      z
        .strictObject({
          results: z
            .array(
              z.union([
                z.strictObject({ status: z.literal(201), receipt: Receipt }),
                z.strictObject({ status: z.int().min(400).max(599), problem: Problem }),
              ]),
            )
            .max(200),
        })
        .openapi("BatchResult"),
      "A result for each ballot.",
    ),
    ...problems(
      ...form,
      "unauthenticated",
      "forbidden",
      "credential_revoked",
      "storage_failed",
      "overloaded",
    ),
  },
});
