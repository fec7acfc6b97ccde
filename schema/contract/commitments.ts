import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./problem.ts";
import { Count, inPath, json, jsonBody, LocalDate, organiser, rule } from "./shared.ts";

const text = z.string().min(1).max(200);

/** The public form holds the commitment as a whole to 200 characters. */
export const CommitmentText = z
  .strictObject({
    validFrom: LocalDate,
    content: text.describe("What is promised."),
    procedure: text.describe("By which steps."),
    timeLimit: text.describe("Within which time."),
    standard: text.describe("To which standard."),
  })
  .refine(
    (it) => [...(it.content + it.procedure + it.timeLimit + it.standard)].length <= 200,
    rule("too_long_together", {
      zh: "内容、程序、时限、标准合计不得超过 200 字",
      en: "Content, procedure, time limit and standard have at most 200 characters together",
    }),
  )
  .openapi("CommitmentText", {
    example: {
      validFrom: "2020-01-01",
      content: "教师资格认定一次办结。",
      procedure: "窗口受理、当场审核、邮寄送达。",
      timeLimit: "5 个工作日。",
      standard: "零超时、零差错。",
    },
  });

export const Commitment = z
  .strictObject({
    version: Count.min(1),
    validFrom: LocalDate,
    content: text,
    procedure: text,
    timeLimit: text,
    standard: text,
  })
  .openapi("Commitment");

const UnitPath = z.object({ unit: inPath.unit });

export const listCommitments = createRoute({
  operationId: "listCommitments",
  method: "get",
  path: "/v1/units/{unit}/commitments",
  tags: ["units"],
  summary: "Every version of a unit's commitment",
  description:
    "Latest `validFrom` first, then the highest version; the first whose `validFrom` is not in the future is in force.",
  request: { params: UnitPath },
  responses: {
    200: json(
      z.strictObject({ items: z.array(Commitment).max(1000) }).openapi("CommitmentVersions"),
      "The versions.",
    ),
    ...problems("invalid_parameter", "unknown_unit"),
  },
});

export const addCommitment = createRoute({
  operationId: "addCommitment",
  method: "post",
  path: "/v1/units/{unit}/commitments",
  tags: ["units"],
  summary: "Publish a new version of a unit's commitment",
  description:
    "Versions are numbered on; the text that already holds from that date on is the same version.",
  security: organiser,
  request: { params: UnitPath, body: jsonBody(CommitmentText, "The new text.") },
  responses: {
    201: json(Commitment, "The version as stored."),
    ...problems(
      "invalid_parameter",
      "malformed_json",
      "unauthenticated",
      "forbidden",
      "unknown_unit",
      "too_large",
      "unsupported_media_type",
      "invalid_body",
    ),
  },
});
