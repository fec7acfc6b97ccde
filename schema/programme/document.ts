import { z } from "zod";
import { Count, Id, listOf, Text } from "./basics.ts";
import { Component, Statistic } from "./components.ts";
import {
  Breach,
  CalendarEntry,
  Cases,
  Comments,
  Deadline,
  Duty,
  Note,
  Office,
  RoundState,
} from "./conduct.ts";
import { Group, JointDraw, Pool, Tag } from "./groups.ts";
import { Instrument } from "./instruments.ts";
import { Ledger } from "./ledgers.ts";
import {
  Award,
  Exemption,
  MinimumVolume,
  Ranking,
  Shortlist,
  Subtotal,
  Total,
} from "./outcomes.ts";
import { Stream } from "./streams.ts";

export const Programme = z
  .strictObject({
    language: z.literal(1).describe("Version of the programme language."),
    id: Id,
    version: z
      .string()
      .min(1)
      .max(32)
      .regex(/^[A-Za-z0-9.-]+$/)
      .describe("A published version never changes. Letters, digits, dots and hyphens."),
    title: Text,
    county: Text,
    timeZone: z.string().max(64).describe("IANA time zone in which dates are read."),
    cycle: z
      .enum(["monthly", "quarterly", "yearly", "single"])
      .describe("How often there is a round."),
    continuous: z.boolean().optional().describe("Rounds open themselves, one after the other."),
    lateRatingDays: Count.optional().describe("Days in which a visit may still be rated."),
    acceptDays: Count.optional().describe(
      "Days after closing in which delayed ballots are still accepted; at least 14 for devices.",
    ),
    pools: listOf(Pool).min(1),
    tags: listOf(Tag)
      .default([])
      .describe("Marks that units carry; scopes and effects refer to them."),
    groups: listOf(Group).min(1).describe("Who appraises."),
    jointDraw: JointDraw.optional(),
    nobodyTwice: z
      .boolean()
      .optional()
      .describe("A person on several rosters votes in one group only."),
    instruments: listOf(Instrument).min(1).describe("What they are asked."),
    streams: listOf(Stream)
      .min(1)
      .describe("Whose answers on which instrument are counted together."),
    ledgers: listOf(Ledger).default([]).describe("Facts and marks that named roles record."),
    components: listOf(Component).default([]).describe("How the score is made up."),
    statistics: listOf(Statistic).default([]).describe("What is published beside the scores."),
    subtotals: listOf(Subtotal).default([]),
    total: Total.optional().describe("Absent where nothing is added up."),
    shortlist: Shortlist.optional(),
    exemption: Exemption.optional(),
    minimumVolume: MinimumVolume.optional(),
    ranking: Ranking.optional().describe("Absent where units are not ranked."),
    awards: listOf(Award).default([]).describe("What follows from the result."),
    states: listOf(RoundState).min(3).describe("What a round passes through, in this order."),
    deadlines: listOf(Deadline).default([]),
    calendar: listOf(CalendarEntry)
      .default([])
      .describe("The dates of the announcement, in its order."),
    offices: listOf(Office).default([]).describe("Who does what, besides rosters and ledgers."),
    cases: Cases.optional(),
    comments: listOf(Comments).default([]),
    duties: listOf(Duty).default([]).describe("What every appraised unit owes the public."),
    breaches: listOf(Breach).default([]).describe("What is forbidden, and what follows."),
    disclosure: z.strictObject({
      threshold: Count.min(3).describe("Figures over fewer ballots than this are not published."),
    }),
    notes: listOf(Note).describe("How an unclear or contradictory source was read, part by part."),
  })
  .describe("An appraisal programme: open data that runs.");

/** A programme after parsing; every list is present. */
export type Programme = z.output<typeof Programme>;
export type ProgrammeInput = z.input<typeof Programme>;
