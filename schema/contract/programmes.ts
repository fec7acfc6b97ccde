import { createRoute, z } from "@hono/zod-openapi";
import { Finding as FindingShape, Programme as ProgrammeDocument } from "../programme.ts";
import { ifNoneMatch, immutable, unchanged } from "./conditional.ts";
import { problems } from "./problem.ts";
import {
  BilingualText,
  Identifier,
  inPath,
  json,
  jsonBody,
  organiser,
  pageHeaders,
  pageOf,
  pageQuery,
  Sha256,
} from "./shared.ts";

export const mostFindings = 1000;

/** The whole rule document in the programme language; see docs/programme-language.md. */
const ProgrammeSchema = ProgrammeDocument.clone().openapi("Programme");

const Version = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[A-Za-z0-9.-]+$/)
  .describe("Version of the document.")
  .openapi({ example: "2020" });

const Finding = FindingShape.clone().openapi("Finding", {
  example: {
    severity: "warning",
    code: "weights_not_one",
    pointer: "/groups",
    message: { zh: "各群体权重之和不为 1", en: "The weights of the groups do not sum to one" },
  },
});

export const ProgrammeSummary = z
  .strictObject({
    id: Identifier,
    version: Version,
    title: BilingualText,
    county: BilingualText,
    sha256: Sha256.describe("Of the document in canonical JSON (RFC 8785)."),
  })
  .openapi("ProgrammeSummary", {
    example: {
      id: "neixiang-per-visit",
      version: "2020",
      title: { zh: "一次一评", en: "A rating for every visit" },
      county: { zh: "内乡县", en: "Neixiang County" },
      sha256: "0".repeat(64),
    },
  });

export const uploadProgramme = createRoute({
  operationId: "uploadProgramme",
  method: "post",
  path: "/v1/programmes",
  tags: ["programmes"],
  summary: "Upload a programme document",
  description:
    "The whole rule document. A version never changes: the same document again is the same version, another one under its number is refused.",
  security: organiser,
  request: { body: jsonBody(ProgrammeSchema, "The document.") },
  responses: {
    201: json(ProgrammeSummary, "The version as stored."),
    ...problems(
      "malformed_json",
      "unauthenticated",
      "forbidden",
      "programme_version_exists",
      "too_large",
      "unsupported_media_type",
      "invalid_body",
      "programme_invalid",
    ),
  },
});

/** Documented as a programme, yet taken as it is: whatever does not fit is a finding. */
const anything = z.unknown().openapi({
  allOf: [
    { $ref: "#/components/schemas/Programme" },
    { description: "Finished or not; what does not fit is a finding." },
  ],
});

export const lintProgramme = createRoute({
  operationId: "lintProgramme",
  method: "post",
  path: "/v1/programmes/lint",
  tags: ["programmes"],
  summary: "Check a programme document",
  description:
    "Stores nothing and needs no credential. Errors say what cannot run, warnings what is doubtful; a document with errors is refused at upload. Takes up to 262,144 characters.",
  request: { body: jsonBody(anything, "The document, finished or not.") },
  responses: {
    200: json(
      z
        .strictObject({ findings: z.array(Finding).max(mostFindings) })
        .openapi("Findings", { example: { findings: [] } }),
      "What was found, errors first; at most the first 1,000.",
    ),
    ...problems("malformed_json", "too_large", "unsupported_media_type", "invalid_body"),
  },
});

export const listProgrammes = createRoute({
  operationId: "listProgrammes",
  method: "get",
  path: "/v1/programmes",
  tags: ["programmes"],
  summary: "List programmes",
  description: "Every version of every programme, by id and version.",
  request: { query: z.strictObject(pageQuery) },
  responses: {
    200: {
      ...json(pageOf(ProgrammeSummary).openapi("ProgrammePage"), "A page of programmes."),
      headers: pageHeaders,
    },
    ...problems("invalid_parameter", "invalid_cursor"),
  },
});

export const getProgramme = createRoute({
  operationId: "getProgramme",
  method: "get",
  path: "/v1/programmes/{programme}/versions/{version}",
  tags: ["programmes"],
  summary: "A programme document",
  description: "The document itself: whoever can read it can predict the result.",
  request: {
    params: z.object({
      programme: inPath.programme,
      version: Version,
    }),
    headers: ifNoneMatch,
  },
  responses: {
    200: { ...json(ProgrammeSchema, "The document."), headers: immutable },
    ...unchanged,
    ...problems("invalid_parameter", "unknown_programme"),
  },
});
