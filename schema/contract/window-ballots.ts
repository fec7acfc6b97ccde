import { createRoute, z } from "@hono/zod-openapi";
import { Ballot, Receipt } from "./ballots.ts";
import { problems } from "./problem.ts";
import { Identifier, json, jsonBody, LocalDate } from "./shared.ts";

const window = [{ window: [] }];

export const getWindow = createRoute({
  operationId: "getWindow",
  method: "get",
  path: "/v1/window",
  tags: ["window"],
  summary: "What a scanned code is for",
  description: "The unit and the form, for the page that the code opens.",
  security: window,
  responses: {
    200: json(
      z
        .strictObject({
          unit: Identifier,
          unitName: z.string().max(200),
          visitedOn: LocalDate,
          programme: Identifier,
          instrument: z
            .record(z.string(), z.unknown())
            .describe("The instrument as the programme document holds it."),
        })
        .openapi("WindowForm"),
      "The form.",
    ),
    ...problems(
      "unauthenticated",
      "forbidden",
      "credential_revoked",
      "unit_not_assigned",
      "round_not_open",
    ),
  },
});

export const castWindowBallot = createRoute({
  operationId: "castWindowBallot",
  method: "post",
  path: "/v1/window/ballots",
  tags: ["window"],
  summary: "Rate by a scanned code",
  description:
    "One rating for each code, by the same rules as a device's; date and visit are the code's. The same serial and body again gives the same receipt.",
  security: window,
  request: {
    body: jsonBody(
      z
        .strictObject({ serial: Ballot.shape.serial, answers: Ballot.shape.answers })
        .openapi("WindowBallot", {
          example: {
            serial: "q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0Vng",
            answers: { kind: "levels", unit: "unit-012", level: "satisfied" },
          },
        }),
      "The rating.",
    ),
  },
  responses: {
    201: json(Receipt, "Recorded."),
    ...problems(
      "malformed_json",
      "too_large",
      "unsupported_media_type",
      "invalid_body",
      "unauthenticated",
      "forbidden",
      "credential_revoked",
      "unit_not_assigned",
      "round_not_open",
      "visit_already_rated",
      "serial_reused",
      "off_instrument",
      "storage_failed",
      "overloaded",
    ),
  },
});
