import { createRoute, z } from "@hono/zod-openapi";
import { Answers as AnswersShape, Channel } from "../programme.ts";
import { Ballot, Receipt } from "./ballots.ts";
import { Problem, problems } from "./problem.ts";
import { Identifier, inPath, json, jsonBody, LocalDate, organiser } from "./shared.ts";

/** A ballot that did not come by a device: transcribed, called in, or from a platform. */
export const ReportedBallot = z
  .strictObject({
    serial: Ballot.shape.serial,
    instrument: Identifier,
    group: Identifier,
    channel: Channel,
    on: LocalDate.describe("Date of the visit, else of the vote."),
    answers: AnswersShape.openapi("Answers"),
  })
  .openapi("ReportedBallot", {
    example: {
      serial: "q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0Vng",
      instrument: "sheet",
      group: "delegates",
      channel: "paper",
      on: "2013-11-20",
      answers: { kind: "levels", unit: "unit-012", level: "satisfied" },
    },
  });

export const reportBallots = createRoute({
  operationId: "reportBallots",
  method: "post",
  path: "/v1/rounds/{round}/ballots",
  tags: ["decisions"],
  summary: "Report ballots of a round",
  description:
    "Up to 1,000 at a time. A malformed one refuses them all; otherwise each is judged on its own, with a result for each in the same order. Of a transcribed ballot (paper, letter) what does not count is kept with its reasons; any other is refused with pointers. A ballot arrived on its date, however late it is reported; once the round is closed it is late. The same serial and ballot again gives the same receipt.",
  security: organiser,
  request: {
    params: z.object({ round: inPath.round }),
    body: jsonBody(
      z
        .strictObject({
          ballots: z.array(ReportedBallot).min(1).max(1000),
        })
        .openapi("ReportedBallots"),
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
            .max(1000),
        })
        .openapi("ReportResult"),
      "A result for each ballot.",
    ),
    ...problems(
      "invalid_parameter",
      "malformed_json",
      "unauthenticated",
      "forbidden",
      "unknown_round",
      "round_state",
      "too_large",
      "unsupported_media_type",
      "invalid_body",
      "storage_failed",
      "overloaded",
    ),
  },
});
