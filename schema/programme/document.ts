import { z } from "zod";
import { Count, Id, Text } from "./basics.ts";
import { Component, Statistic } from "./components.ts";
import { Group, Pool } from "./groups.ts";
import { Instrument } from "./instruments.ts";
import { Ledger } from "./ledgers.ts";
import { Award, Exemption, MinimumVolume, Ranking, Shortlist, Subtotal, Total } from "./outcomes.ts";
import { Stream } from "./streams.ts";

/** States of a round, in the order in which this programme passes through them. */
export const RoundState = z.enum([
  "draft",
  "open",
  "closed",
  "preliminary",
  "rectifying",
  "published",
  "appeals",
  "final",
]);

export const Deadline = z
  .strictObject({
    id: Id,
    label: Text,
    workingDays: Count.optional(),
    days: Count.optional(),
    after: Id.describe("The event from which it runs: a state of the round, or an event of a case."),
  })
  .describe("A deadline in working days, or in calendar days.");

export const CaseRoute = z
  .strictObject({ about: Id, label: Text, to: Text })
  .describe("Which office a kind of problem goes to.");

export const Programme = z
  .strictObject({
    language: z.literal(1).describe("Version of the programme language."),
    id: Id,
    version: z.string().min(1).max(32),
    title: Text,
    county: Text,
    timeZone: z.string().describe("IANA time zone in which dates are read."),
    cycle: z.enum(["monthly", "quarterly", "yearly", "single"]),
    continuous: z.boolean().optional().describe("Rounds open themselves, one after the other."),
    lateRatingDays: Count.optional().describe("Days in which a visit may still be rated."),
    acceptDays: Count.optional().describe(
      "Days after closing in which delayed ballots are still accepted; at least 14 for devices.",
    ),
    pools: z.array(Pool).min(1),
    groups: z.array(Group).min(1),
    instruments: z.array(Instrument).min(1),
    streams: z.array(Stream).min(1),
    ledgers: z.array(Ledger).default([]),
    components: z.array(Component).default([]),
    statistics: z.array(Statistic).default([]),
    subtotals: z.array(Subtotal).default([]),
    total: Total.optional().describe("Absent where nothing is added up."),
    shortlist: Shortlist.optional(),
    exemption: Exemption.optional(),
    minimumVolume: MinimumVolume.optional(),
    ranking: Ranking.optional().describe("Absent where units are not ranked."),
    awards: z.array(Award).default([]),
    states: z.array(RoundState).min(3),
    deadlines: z.array(Deadline).default([]),
    cases: z
      .strictObject({ opensOn: z.array(z.enum(["bad-rating", "complaint", "award"])), routes: z.array(CaseRoute) })
      .optional(),
    disclosure: z.strictObject({
      threshold: Count.min(3).describe("Figures over fewer ballots than this are not published."),
    }),
    notes: z
      .array(z.strictObject({ about: z.string(), zh: z.string().min(1), en: z.string().min(1) }))
      .describe("How an unclear or contradictory source was read, part by part."),
  })
  .describe("An appraisal programme: open data that runs.");

/** A programme after parsing; every list is present. */
export type Programme = z.output<typeof Programme>;
export type ProgrammeInput = z.input<typeof Programme>;
export type RoundState = z.infer<typeof RoundState>;
export type Deadline = z.infer<typeof Deadline>;
