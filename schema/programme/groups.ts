import { z } from "zod";
import { Channel, Count, Decimal, Id, LocalDate, listOf, Points, Text } from "./basics.ts";

export const Pool = z
  .strictObject({ id: Id, label: Text })
  .describe("A category of units that are compared with one another.");

export const Tag = z
  .strictObject({ id: Id, label: Text })
  .describe("A mark that units carry: what they do, or how they are managed.");

/** Which units a group may rate. Absent lists do not restrict; a unit must match every list given. */
export const Scope = z
  .strictObject({
    pools: listOf(Id).min(1).optional().describe("Only units of these pools."),
    tags: listOf(Id)
      .min(1)
      .optional()
      .describe("Only units that carry at least one of these tags."),
  })
  .describe("The units that a group may appraise.");

export const RosterDraw = z
  .strictObject({
    size: Count.min(1)
      .optional()
      .describe("How many people are drawn; decided anew for each round if absent."),
    by: Text.optional().describe("Who draws, before whom."),
    order: listOf(Text)
      .optional()
      .describe("Kinds of people in the order in which the draw must cover them, primary first."),
  })
  .describe("A random draw of evaluators from the roster.");

export const Group = z
  .strictObject({
    id: Id,
    label: Text,
    roster: z
      .enum(["handed-in", "accounts", "none"])
      .optional()
      .describe(
        "Where the people come from: a list handed in, accounts that anyone registers, or whoever comes.",
      ),
    rosterOwner: Text.optional().describe("The bureau that owns and hands in the roster."),
    channels: listOf(Channel).min(1),
    channelsFrom: z
      .partialRecord(Channel, LocalDate)
      .optional()
      .describe("Channels that are open only from a date on."),
    reached: Text.optional().describe(
      "How and when people of this group are reached, for people to read.",
    ),
    callBack: z
      .strictObject({ days: Count, by: Text })
      .optional()
      .describe("Who has not answered so many days after the invitation is called, and by whom."),
    quota: Count.min(1).optional().describe("How many people are invited or sheets handed out."),
    share: Decimal.min(0)
      .max(1)
      .optional()
      .describe("Share of the invited people; checked and reported, never a weight."),
    draw: RosterDraw.optional(),
    weight: Points.optional().describe("Weight of the group's mean in group-weighted components."),
    scope: Scope.optional(),
    anonymity: z
      .enum(["no-identity", "two-step", "immediate", "pseudonymous"])
      .optional()
      .describe("How a ballot is separated from the person; kiosks and QR codes know no identity."),
  })
  .describe("A kind of evaluator.");

/** One draw from the rosters of several groups together. */
export const JointDraw = z
  .strictObject({
    groups: listOf(Id).min(2),
    size: Count.min(1)
      .optional()
      .describe("How many are drawn; decided anew for each round if absent."),
    by: Text,
    order: listOf(Text).optional().describe("What the draw must cover, first things first."),
  })
  .describe("One random draw from the joined rosters of several groups.");

export type Group = z.infer<typeof Group>;
export type Scope = z.infer<typeof Scope>;
