import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./problem.ts";
import {
  Identifier,
  inPath,
  json,
  jsonBody,
  Name,
  organiser,
  pageHeaders,
  pageOf,
  pageQuery,
} from "./shared.ts";

export const Agency = z
  .strictObject({
    id: Identifier,
    name: Name,
    nameEn: Name.optional(),
  })
  .openapi("Agency", { example: { id: "agency-03", name: "县教育局" } });

export const AgencyPath = z.object({ agency: inPath.agency });

const AgencyPage = pageOf(Agency).openapi("AgencyPage");

export const listAgencies = createRoute({
  operationId: "listAgencies",
  method: "get",
  path: "/v1/agencies",
  tags: ["units"],
  summary: "List agencies",
  description: "Every agency, by id.",
  request: { query: z.strictObject(pageQuery) },
  responses: {
    200: { ...json(AgencyPage, "A page of agencies."), headers: pageHeaders },
    ...problems("invalid_parameter", "invalid_cursor"),
  },
});

export const getAgency = createRoute({
  operationId: "getAgency",
  method: "get",
  path: "/v1/agencies/{agency}",
  tags: ["units"],
  summary: "One agency",
  description: "An agency by its id.",
  request: { params: AgencyPath },
  responses: {
    200: json(Agency, "The agency."),
    ...problems("invalid_parameter", "unknown_agency"),
  },
});

const AgencyBody = Agency.omit({ id: true }).openapi("AgencyBody", {
  example: { name: "县教育局" },
});

export const putAgency = createRoute({
  operationId: "putAgency",
  method: "put",
  path: "/v1/agencies/{agency}",
  tags: ["units"],
  summary: "Create or rename an agency",
  description: "Idempotent: the same body twice is the same agency.",
  security: organiser,
  request: { params: AgencyPath, body: jsonBody(AgencyBody, "The agency.") },
  responses: {
    200: json(Agency, "The agency as stored."),
    ...problems(
      "invalid_parameter",
      "malformed_json",
      "unauthenticated",
      "forbidden",
      "too_large",
      "unsupported_media_type",
      "invalid_body",
    ),
  },
});
