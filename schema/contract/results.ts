import { createRoute, z } from "@hono/zod-openapi";
import { ifNoneMatch, immutable, unchanged } from "./conditional.ts";
import { problems } from "./problem.ts";
import { ofRelease, ofReleaseQuery, RoundPath, release, UnitPath } from "./release-address.ts";
import { HistoryRow, RoundResult, TallyCell, UnitResult } from "./result-shapes.ts";
import { Identifier, inPath, json, pageOf, pageQuery } from "./shared.ts";

export { HistoryRow, RoundResult, TallyCell, UnitResult } from "./result-shapes.ts";

export const getRoundResult = createRoute({
  operationId: "getRoundResult",
  method: "get",
  path: "/v1/rounds/{round}/results",
  tags: ["results"],
  summary: "The published result of a round",
  description:
    "The newest release: what was appraised, how many ballots, which awards. Computed once; served with its hash.",
  request: { params: RoundPath, query: ofReleaseQuery, headers: ifNoneMatch },
  responses: {
    200: { ...json(RoundResult, "The result."), headers: immutable },
    ...unchanged,
    ...problems(...ofRelease),
  },
});

export const listUnitResults = createRoute({
  operationId: "listUnitResults",
  method: "get",
  path: "/v1/rounds/{round}/results/units",
  tags: ["results"],
  summary: "Results of every unit in a round",
  description:
    "By unit id. `units.csv` and `units.ndjson` beside this address are the same data as files.",
  request: {
    params: RoundPath,
    query: z.strictObject({ ...release, ...pageQuery }),
    headers: ifNoneMatch,
  },
  responses: {
    200: {
      ...json(pageOf(UnitResult).openapi("UnitResultPage"), "A page of results."),
      headers: immutable,
    },
    ...unchanged,
    ...problems(...ofRelease, "invalid_cursor"),
  },
});

export const getUnitResult = createRoute({
  operationId: "getUnitResult",
  method: "get",
  path: "/v1/rounds/{round}/results/units/{unit}",
  tags: ["results"],
  summary: "One unit's result in a round",
  description: "Score, rank, components, distribution, or the reason why they are not shown.",
  request: { params: UnitPath, query: ofReleaseQuery, headers: ifNoneMatch },
  responses: {
    200: { ...json(UnitResult, "The result."), headers: immutable },
    ...unchanged,
    ...problems(...ofRelease, "unknown_unit"),
  },
});

export const downloadUnitResults = createRoute({
  operationId: "downloadUnitResults",
  method: "get",
  path: "/v1/rounds/{round}/results/{file}",
  tags: ["results"],
  summary: "Results of a round as a file",
  description:
    "`units.csv` is UTF-8, RFC 4180; `units.excel.csv` opens in Excel (BOM, formula-safe); `units.ndjson` has one JSON object a line. Columns are listed in docs/files.md.",
  request: {
    params: RoundPath.extend({
      file: z
        .enum(["units.csv", "units.excel.csv", "units.ndjson", "tallies.csv", "tallies.ndjson"])
        .describe("Name of the file.")
        .openapi({ example: "units.csv" }),
    }),
    query: ofReleaseQuery,
    headers: ifNoneMatch,
  },
  responses: {
    200: {
      description: "The file.",
      content: {
        "text/csv": { schema: z.string().max(100_000_000) },
        "application/x-ndjson": { schema: z.string().max(100_000_000) },
      },
      headers: immutable,
    },
    ...unchanged,
    ...problems(...ofRelease),
  },
});

export const listTallies = createRoute({
  operationId: "listTallies",
  method: "get",
  path: "/v1/rounds/{round}/results/tallies",
  tags: ["results"],
  summary: "Published tallies of a round",
  description:
    "The counters that the figures are computed from, so far as they may be shown: anybody recomputes with them.",
  request: {
    params: RoundPath,
    query: z.strictObject({
      unit: Identifier.optional().describe("Only of this unit."),
      ...release,
      ...pageQuery,
    }),
    headers: ifNoneMatch,
  },
  responses: {
    200: {
      ...json(pageOf(TallyCell).openapi("TallyPage"), "A page of counters."),
      headers: immutable,
    },
    ...unchanged,
    ...problems(...ofRelease, "unknown_unit", "invalid_cursor"),
  },
});

export const getUnitHistory = createRoute({
  operationId: "getUnitHistory",
  method: "get",
  path: "/v1/units/{unit}/history",
  tags: ["results"],
  summary: "A unit's published results over time",
  description: "Every published round in which the unit was appraised, newest first.",
  request: {
    params: z.object({ unit: inPath.unit }),
    query: z.strictObject({
      programme: Identifier.optional().describe("Only rounds of this programme."),
    }),
  },
  responses: {
    200: json(
      z.strictObject({ items: z.array(HistoryRow).max(1000) }).openapi("UnitHistory"),
      "The rounds.",
    ),
    ...problems("invalid_parameter", "unknown_unit"),
  },
});

export const getBadge = createRoute({
  operationId: "getBadge",
  method: "get",
  path: "/v1/rounds/{round}/badges/{unit}",
  tags: ["results"],
  summary: "A unit's result as a picture",
  description:
    "An SVG with a text alternative; `theme` fits it to the page, `lang` chooses the language.",
  request: {
    params: UnitPath,
    query: z.strictObject({
      theme: z
        .enum(["auto", "light", "dark"])
        .default("auto")
        .describe("Colours of the page around it."),
      lang: z.enum(["zh", "en"]).default("zh").describe("Language of the picture."),
      ...release,
    }),
    headers: ifNoneMatch,
  },
  responses: {
    200: {
      description: "The picture.",
      content: {
        "image/svg+xml": {
          schema: z.string().max(100_000).openapi({ type: "string", maxLength: 100_000 }),
        },
      },
      headers: immutable,
    },
    ...unchanged,
    ...problems(...ofRelease, "unknown_unit"),
  },
});
