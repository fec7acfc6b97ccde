import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./problem.ts";
import {
  BilingualText,
  Figure,
  Identifier,
  Instant,
  Interval,
  json,
  LocalDate,
  pageHeaders,
  pageOf,
  pageQuery,
} from "./shared.ts";

/** A figure by the name that its programme gives it. */
const NamedFigure = z
  .strictObject({
    id: Identifier,
    label: BilingualText,
    figure: Figure,
    n: z.int().optional().describe("Ballots (or entries) that it rests on; absent unless shown."),
    flags: z.array(z.string().max(64)).max(20),
    interval: Interval,
  })
  .openapi("NamedFigure");

const Share = z
  .strictObject({ answer: Identifier, label: BilingualText, count: Figure, share: Figure })
  .openapi("Share");

export const UnitResult = z
  .strictObject({
    round: Identifier,
    unit: Identifier,
    name: z.string().max(200),
    agency: Identifier,
    agencyName: z.string().max(200),
    pool: Identifier,
    standing: z.enum(["appraised", "exempt", "below-volume"]),
    n: Figure.describe("Ballots counted."),
    total: Figure,
    rank: Figure,
    rankRange: z
      .union([z.strictObject({ best: z.int(), worst: z.int() }), z.null()])
      .describe(
        "Ranks that the data cannot tell apart from this one; null where unknown. Never changes the rank.",
      ),
    components: z.array(NamedFigure).max(100),
    statistics: z.array(NamedFigure).max(100),
    distributions: z
      .array(
        z.strictObject({ id: Identifier, label: BilingualText, answers: z.array(Share).max(100) }),
      )
      .max(100),
    awards: z.array(Identifier).max(50),
    flags: z.array(z.string().max(64)).max(50),
  })
  .openapi("UnitResult");

export const RoundResult = z
  .strictObject({
    round: Identifier,
    programme: Identifier,
    version: z.string().max(32),
    title: BilingualText,
    from: LocalDate,
    to: LocalDate,
    state: z.string().max(40),
    release: z.int().min(1),
    publishedAt: Instant,
    method: z.string().max(500).describe("Where to read how it was computed."),
    threshold: z.int().describe("Figures over fewer ballots are not published."),
    units: z.strictObject({ total: z.int(), shown: z.int(), insufficient: z.int() }),
    ballotsShown: z.int().describe("Ballots in the units shown; never those of the others."),
    ballotsByState: z
      .array(
        z.strictObject({
          state: z.string().max(20),
          atLeast: z.int().describe("Rounded down to tens."),
        }),
      )
      .max(10),
    pools: z.array(z.strictObject({ id: Identifier, label: BilingualText })).max(50),
    awards: z
      .array(
        z.strictObject({
          id: Identifier,
          label: BilingualText,
          state: z.enum(["final", "proposed", "confirmed"]),
          holders: z
            .array(
              z.strictObject({
                recipient: z.enum(["unit", "agency"]),
                id: Identifier,
                name: z.string().max(200),
              }),
            )
            .max(2000),
          flags: z.array(z.string().max(64)).max(20),
        }),
      )
      .max(50),
    flags: z.array(z.string().max(64)).max(50),
  })
  .openapi("RoundResult");

export const TallyCell = z
  .strictObject({
    unit: z.string().max(64).describe("Empty where the ballot as a whole is counted."),
    group: Identifier,
    channel: z.string().max(20).describe("`all` where channels are added up."),
    stream: Identifier,
    question: z.string().max(64),
    answer: z.string().max(64),
    count: Figure,
    sum: Figure.describe("Of points, in hundredths."),
    sumOfSquares: Figure.describe("Of points, in ten-thousandths."),
  })
  .openapi("TallyCell");

const RoundPath = z.object({ round: Identifier.openapi({ example: "neixiang-2020-06" }) });
const published = ["invalid_parameter", "unknown_round", "not_published"] as const;
const immutable = z.object({
  ETag: z.string().max(80).describe("SHA-256 of the bytes."),
  "Cache-Control": z.string().max(100),
});
const ifNoneMatch = z.object({ "if-none-match": z.string().max(1000).optional() });

export const getRoundResult = createRoute({
  operationId: "getRoundResult",
  method: "get",
  path: "/v1/rounds/{round}/results",
  tags: ["results"],
  summary: "The published result of a round",
  description:
    "The newest release: what was appraised, how many ballots, which awards. Computed once; served with its hash.",
  request: { params: RoundPath, headers: ifNoneMatch },
  responses: {
    200: { ...json(RoundResult, "The result."), headers: immutable },
    304: { description: "Unchanged." },
    ...problems(...published),
  },
});

export const listUnitResults = createRoute({
  operationId: "listUnitResults",
  method: "get",
  path: "/v1/rounds/{round}/results/units",
  tags: ["results"],
  summary: "Results of every unit in a round",
  description: "By unit id. The same address with `.csv` or `.ndjson` is the same data as a file.",
  request: { params: RoundPath, query: z.strictObject(pageQuery) },
  responses: {
    200: {
      ...json(pageOf(UnitResult).openapi("UnitResultPage"), "A page of results."),
      headers: pageHeaders,
    },
    ...problems(...published, "invalid_cursor"),
  },
});

export const getUnitResult = createRoute({
  operationId: "getUnitResult",
  method: "get",
  path: "/v1/rounds/{round}/results/units/{unit}",
  tags: ["results"],
  summary: "One unit's result in a round",
  description: "Score, rank, components, distribution, or the reason why they are not shown.",
  request: {
    params: RoundPath.extend({ unit: Identifier.openapi({ example: "unit-012" }) }),
    headers: ifNoneMatch,
  },
  responses: {
    200: { ...json(UnitResult, "The result."), headers: immutable },
    304: { description: "Unchanged." },
    ...problems(...published, "unknown_unit"),
  },
});

const file = (mediaType: string, description: string) => ({
  description,
  content: { [mediaType]: { schema: z.string().max(100_000_000).openapi({ type: "string" }) } },
  headers: immutable,
});

export const downloadUnitResults = createRoute({
  operationId: "downloadUnitResults",
  method: "get",
  path: "/v1/rounds/{round}/results/{file}",
  tags: ["results"],
  summary: "Results of a round as a file",
  description:
    "`units.csv` is UTF-8, RFC 4180; `units.excel.csv` opens in Excel (BOM, formula-safe); `units.ndjson` has one JSON object a line.",
  request: {
    params: RoundPath.extend({
      file: z
        .enum(["units.csv", "units.excel.csv", "units.ndjson", "tallies.csv", "tallies.ndjson"])
        .openapi({ example: "units.csv" }),
    }),
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
    304: { description: "Unchanged." },
    ...problems(...published),
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
    query: z.strictObject({ unit: Identifier.optional(), ...pageQuery }),
  },
  responses: {
    200: {
      ...json(pageOf(TallyCell).openapi("TallyPage"), "A page of counters."),
      headers: pageHeaders,
    },
    ...problems(...published, "invalid_cursor"),
  },
});

const HistoryRow = z
  .strictObject({
    round: Identifier,
    programme: Identifier,
    from: LocalDate,
    to: LocalDate,
    n: Figure,
    total: Figure,
    rank: Figure,
    statistics: z.array(z.strictObject({ id: Identifier, figure: Figure })).max(100),
    awards: z.array(Identifier).max(50),
  })
  .openapi("HistoryRow");

export const getUnitHistory = createRoute({
  operationId: "getUnitHistory",
  method: "get",
  path: "/v1/units/{unit}/history",
  tags: ["results"],
  summary: "A unit's published results over time",
  description: "Every published round in which the unit was appraised, newest first.",
  request: {
    params: z.object({ unit: Identifier.openapi({ example: "unit-012" }) }),
    query: z.strictObject({ programme: Identifier.optional() }),
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
    params: RoundPath.extend({ unit: Identifier.openapi({ example: "unit-012" }) }),
    query: z.strictObject({
      theme: z.enum(["auto", "light", "dark"]).default("auto"),
      lang: z.enum(["zh", "en"]).default("zh"),
    }),
    headers: ifNoneMatch,
  },
  responses: {
    200: file("image/svg+xml", "The picture."),
    304: { description: "Unchanged." },
    ...problems(...published, "unknown_unit"),
  },
});
