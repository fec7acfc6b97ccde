import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./problem.ts";
import {
  Count,
  datesReversed,
  Identifier,
  inOrder,
  inPath,
  json,
  jsonBody,
  LocalDate,
  organiser,
  rule,
} from "./shared.ts";

const mostDays = 10_000;

const VisitCount = z
  .strictObject({ unit: Identifier, on: LocalDate, visits: z.int().min(0).max(1_000_000) })
  .openapi("VisitCount", { example: { unit: "unit-012", on: "2020-06-03", visits: 87 } });

export const putVisitCounts = createRoute({
  operationId: "putVisitCounts",
  method: "put",
  path: "/v1/visit-counts",
  tags: ["units"],
  summary: "Report visits by unit and day",
  description:
    "The denominator of rating rates. All or nothing; a later report for the same day replaces the earlier.",
  security: organiser,
  request: {
    body: jsonBody(
      z.strictObject({ items: z.array(VisitCount).min(1).max(10_000) }).openapi("VisitCounts"),
      "Counts by unit and day.",
    ),
  },
  responses: {
    200: json(
      z.strictObject({ stored: Count }).openapi("Stored", { example: { stored: 1 } }),
      "How many were stored.",
    ),
    ...problems(
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

export const listVisitCounts = createRoute({
  operationId: "listVisitCounts",
  method: "get",
  path: "/v1/units/{unit}/visit-counts",
  tags: ["units"],
  summary: "Visits to a unit by day",
  description: "Days with a report, in order, within the dates asked for (both inclusive).",
  request: {
    params: z.object({ unit: inPath.unit }),
    query: z
      .strictObject({ from: LocalDate, to: LocalDate })
      .refine(inOrder, datesReversed)
      .refine(
        ({ from, to }) => Date.parse(to) - Date.parse(from) < mostDays * 86_400_000,
        rule("too_long", { zh: "最多查询 10,000 天", en: "At most 10,000 days at once" }, "to"),
      ),
  },
  responses: {
    200: json(
      z
        .strictObject({
          items: z.array(z.strictObject({ on: LocalDate, visits: Count })).max(mostDays),
        })
        .openapi("UnitVisits"),
      "Visits by day.",
    ),
    ...problems("invalid_parameter", "unknown_unit"),
  },
});
