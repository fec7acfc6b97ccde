import { createRoute, z } from "@hono/zod-openapi";
import { Programme as ProgrammeDocument } from "../programme.ts";
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

/** The whole rule document in the programme language; see docs/programme-language.md. */
const ProgrammeSchema = ProgrammeDocument.openapi("Programme");

const Version = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[A-Za-z0-9.-]+$/)
  .describe("Version of the document.")
  .openapi({ example: "2020" });

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
  },
  responses: {
    200: json(ProgrammeSchema, "The document."),
    ...problems("invalid_parameter", "unknown_programme"),
  },
});
