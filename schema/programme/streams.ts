import { z } from "zod";
import { Count, DateWindow, Id, listOf, Text } from "./basics.ts";

/**
 * A stream is what a component reads: the ballots of one instrument, of some groups, in a window of visit dates.
 * The streams of one instrument never overlap: a ballot belongs to the first that matches.
 */
export const Stream = z
  .strictObject({
    id: Id,
    label: Text,
    instrument: Id,
    groups: listOf(Id).min(1),
    window: DateWindow.optional().describe("Visit dates; without it, the whole round."),
    draw: z
      .strictObject({
        size: Count.min(1).describe("Valid ballots drawn; all of them where there are fewer."),
        randomness: Text.describe("The public value, dated after closing, that seeds the draw."),
      })
      .optional()
      .describe("Only drawn ballots are tallied."),
  })
  .describe("The ballots of one instrument by some groups in some dates.");

export type Stream = z.infer<typeof Stream>;
