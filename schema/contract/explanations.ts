import { createRoute, z } from "@hono/zod-openapi";
import {
  Award,
  Component,
  Exemption,
  MinimumVolume,
  Ranking,
  Shortlist,
  Subtotal,
  Total,
} from "../programme.ts";
import { ifNoneMatch, immutable, unchanged } from "./conditional.ts";
import { problems } from "./problem.ts";
import { ofRelease, ofReleaseQuery, RoundPath, UnitPath } from "./release-address.ts";
import {
  BilingualText,
  Count,
  Figure,
  Identifier,
  json,
  jsonBody,
  LocalDate,
  organiser,
} from "./shared.ts";

const text = z.string().max(4000);

const TraceStep = z
  .strictObject({
    step: z.string().max(64).describe("A stable name; the prose is written from it."),
    inputs: z.array(z.strictObject({ name: z.string().max(100), value: text })).max(200),
    formula: z.string().max(20_000).describe("With its inputs filled in."),
    result: text.describe("Exact: a decimal, or a fraction where a decimal would not end."),
  })
  .openapi("TraceStep");

const Sentences = z.array(text).max(100);

export const UnitTrace = z
  .strictObject({
    round: Identifier,
    unit: Identifier,
    parts: z
      .array(
        z.strictObject({
          id: Identifier.describe("A component, or `total`."),
          label: BilingualText,
          figure: Figure,
          steps: z.array(TraceStep).max(500),
          prose: z.strictObject({ zh: Sentences, en: Sentences }),
        }),
      )
      .max(101),
  })
  .openapi("UnitTrace");

export const getUnitTrace = createRoute({
  operationId: "getUnitTrace",
  method: "get",
  path: "/v1/rounds/{round}/results/units/{unit}/trace",
  tags: ["results"],
  summary: "How a unit's result came about",
  description:
    "Every figure that is shown, step by step: inputs, formula, result, and the same in sentences, in Chinese and English. A figure that is not shown has no steps.",
  request: { params: UnitPath, query: ofReleaseQuery, headers: ifNoneMatch },
  responses: {
    200: { ...json(UnitTrace, "The trace."), headers: immutable },
    ...unchanged,
    ...problems(...ofRelease, "unknown_unit"),
  },
});

const amount = z.number().min(0).max(1_000_000_000);

const Runs = z
  .array(
    z.strictObject({
      unit: Identifier,
      stream: Identifier,
      ballots: Count,
      bad: Count,
      broken: z.boolean(),
    }),
  )
  .max(100_000);

/** What the rules take besides ballots, as far as it is public. */
export const RoundInputs = z
  .strictObject({
    window: z.strictObject({ from: LocalDate, to: LocalDate }),
    units: z
      .array(
        z.strictObject({
          id: Identifier,
          agency: Identifier,
          pool: Identifier,
          tags: z.array(Identifier).max(50),
          system: Identifier,
          township: Identifier.optional(),
          managedBy: z.enum(["agency", "township", "dual"]),
        }),
      )
      .max(10_000),
    entries: z
      .array(
        z.strictObject({
          id: Identifier,
          ledger: Identifier,
          unit: Identifier,
          entry: Identifier.optional(),
          assessor: Identifier.optional(),
          points: amount,
          modifiers: z.array(Identifier).max(10),
          on: LocalDate,
          deed: Identifier.optional(),
          cancels: Identifier.optional(),
        }),
      )
      .max(100_000)
      .describe("Of ledgers whose entries identify nobody. Never reasons or evidence."),
    totals: z
      .array(
        z.strictObject({
          ledger: Identifier,
          unit: Identifier,
          entry: Identifier.optional().describe("First entry of the part that is added up."),
          on: LocalDate.describe("First day of the dates that are added up."),
          entries: Count,
          points: amount,
        }),
      )
      .max(100_000)
      .describe("Of ledgers whose entries could identify a person: what counts, added up."),
    decisions: z
      .array(
        z.strictObject({
          id: Identifier,
          kind: z.enum(["confirm-award", "award-count", "name-to-list"]),
          about: Identifier,
          count: Count.optional(),
          units: z.array(Identifier).max(2000).optional(),
          role: z.string().max(100),
          reason: z.string().max(1000),
        }),
      )
      .max(10_000),
    volumes: z.record(Identifier, Count).describe("Visits or matters by unit."),
    history: z
      .array(
        z.strictObject({
          round: Identifier,
          awards: z.array(z.strictObject({ award: Identifier, unit: Identifier })).max(10_000),
          runs: Runs.describe("Without those of too few ballots."),
          volumes: z.record(Identifier, Count),
        }),
      )
      .max(1000),
    lists: z
      .array(z.strictObject({ list: Identifier, units: z.array(Identifier).max(2000) }))
      .max(10)
      .describe("The shortlist as it was fixed for the vote; empty where the rules fill it."),
    runs: Runs.describe(
      "Of this round, for whoever counts clean runs. Without those of too few ballots.",
    ),
    means: z
      .array(z.strictObject({ component: Identifier, value: z.number() }))
      .max(100)
      .describe(
        "Over all units, to four decimals, where figures that are shown are filled up with them.",
      ),
  })
  .openapi("RoundInputs");

export const getRoundInputs = createRoute({
  operationId: "getRoundInputs",
  method: "get",
  path: "/v1/rounds/{round}/results/inputs",
  tags: ["results"],
  summary: "What a round was scored from, besides ballots",
  description:
    "Units as they were frozen, ledgers, decisions, volumes and history, so far as they are public: with the programme and the tallies, anybody recomputes the result.",
  request: { params: RoundPath, query: ofReleaseQuery, headers: ifNoneMatch },
  responses: {
    200: { ...json(RoundInputs, "The inputs."), headers: immutable },
    ...unchanged,
    ...problems(...ofRelease),
  },
});

/** Parts of a programme that can be tried out. */
const Changes = z
  .strictObject({
    components: z.array(Component).max(100).optional(),
    subtotals: z.array(Subtotal).max(100).optional(),
    total: Total.optional(),
    shortlist: Shortlist.optional(),
    exemption: Exemption.optional(),
    minimumVolume: MinimumVolume.optional(),
    ranking: Ranking.optional(),
    awards: z.array(Award).max(100).optional(),
    weights: z
      .record(Identifier, z.number().min(0).max(1_000_000))
      .optional()
      .describe("Group to weight."),
  })
  .openapi("ProgrammeChanges", { example: { weights: { delegates: 25, public: 25 } } });

export const whatIf = createRoute({
  operationId: "whatIf",
  method: "post",
  path: "/v1/rounds/{round}/what-if",
  tags: ["decisions"],
  summary: "Try another rule",
  description:
    "Scores the same figures of a closed round under changed parts of the programme, and says who would move. Nothing is stored; what is not shown of the result is not shown here.",
  security: organiser,
  request: {
    params: RoundPath,
    body: jsonBody(Changes, "The parts that are replaced."),
  },
  responses: {
    200: json(
      z
        .strictObject({
          units: z
            .array(
              z.strictObject({
                unit: Identifier,
                name: z.string().max(200),
                total: Figure,
                rank: Figure,
                totalBefore: Figure,
                rankBefore: Figure,
              }),
            )
            .max(10_000)
            .describe("Those whose total or rank would change."),
        })
        .openapi("WhatIf"),
      "Who moves.",
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
      "programme_invalid",
      "recount_differs",
    ),
  },
});
