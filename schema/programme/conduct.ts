import { z } from "zod";
import { Count, DateWindow, Decimal, Id, listOf, Text } from "./basics.ts";

export const RoundState = z
  .enum(["draft", "open", "closed", "preliminary", "rectifying", "published", "appeals", "final"])
  .describe("A state of a round.");

export const Event = z
  .enum([
    ...RoundState.options,
    "announced",
    "period-ended",
    "matter-finished",
    "invited",
    "case-opened",
    "case-verified",
  ])
  .describe("What a deadline can run from: a state of the round, or something that happens in it.");

export const Deadline = z
  .strictObject({
    id: Id,
    label: Text,
    for: z
      .enum(["appeal", "roster", "analysis", "case-contact", "case-simple", "case-complex"])
      .optional()
      .describe("What the system itself watches by this deadline; without it, people do."),
    workingDays: Count.optional(),
    days: Count.optional().describe("Calendar days."),
    after: Event.optional().describe("The event from which it runs."),
    before: Event.optional().describe("The event by which it must be done so many days earlier."),
  })
  .describe("A deadline: working or calendar days, after or before an event.");

export const CalendarEntry = z
  .strictObject({
    id: Id,
    label: Text,
    window: DateWindow,
    state: RoundState.optional().describe("The round is in this state on these dates."),
  })
  .describe("Dates that the announcement names.");

export const Office = z
  .strictObject({ id: Id, label: Text, does: Text })
  .describe("An office with a part in the programme.");

export const CaseRoute = z
  .strictObject({
    about: Id,
    label: Text,
    to: Text,
    how: Text.optional().describe("In which form, for example a letter with a due date."),
  })
  .describe("Which office a kind of problem goes to.");

export const CaseOutcome = z
  .strictObject({
    id: Id,
    label: Text,

    measure: Text.describe("What is done."),
    deadline: Id.optional().describe("By which deadline."),
    excludesRating: z.boolean().optional().describe("The rating behind the case is not counted."),
  })
  .describe("What a problem turns out to be once it is verified, and what is done.");

export const Cases = z
  .strictObject({
    opensOn: listOf(z.enum(["bad-rating", "complaint", "award"])),
    routes: listOf(CaseRoute),
    outcomes: listOf(CaseOutcome).optional(),
    calledBack: Decimal.min(0)
      .max(1)
      .optional()
      .describe("Share of real-name bad ratings that must be called back and rectified."),
    raterHears: z.boolean().optional().describe("The rater is told the outcome."),
  })
  .describe("Problems that somebody must put right.");

export const Comments = z
  .strictObject({ id: Id, label: Text, use: Text })
  .describe("A way to say something that is not a ballot, and what it is used for.");

export const Duty = z
  .strictObject({ id: Id, label: Text })
  .describe("Something every appraised unit owes the public.");

export const Breach = z
  .strictObject({ id: Id, label: Text, consequence: Text })
  .describe("Something forbidden, and what follows.");

export const Note = z
  .strictObject({
    about: z
      .string()
      .max(300)
      .min(1)
      .describe("The part explained, as a path of names: `components/votes`."),
    zh: z.string().min(1).max(2000),
    en: z.string().min(1).max(2000),
  })
  .describe("How an unclear, silent or contradictory source was read.");

export type RoundState = z.infer<typeof RoundState>;
export type Event = z.infer<typeof Event>;
export type Deadline = z.infer<typeof Deadline>;
export type CaseOutcome = z.infer<typeof CaseOutcome>;
