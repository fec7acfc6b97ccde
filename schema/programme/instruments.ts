import { z } from "zod";
import { Count, Decimal, Id, LocalDate, listOf, Points, Text } from "./basics.ts";

const Choice = z.strictObject({ id: Id, label: Text });

export const Level = z
  .strictObject({
    id: Id,
    label: Text,
    otherLabel: Text.optional().describe("The same level in the programme's second label set."),
    value: Decimal.describe("What one such answer is worth; the best level is full marks."),
    bad: z.boolean().optional().describe("A bad rating: it opens a case and breaks a clean run."),
    outside: z
      .boolean()
      .optional()
      .describe('Outside every denominator, as "don\'t know" is; its value is never used.'),
  })
  .describe("One answer of a scale.");

export const Question = z
  .strictObject({
    id: Id,
    label: Text,
    options: listOf(Level).min(2),
  })
  .describe("A further question with its own scale; optional for the rater, never in the score.");

/** A second ballot by the same voter: refused, or it replaces the first until closing. */
const revote = z
  .enum(["none", "until-closing"])
  .describe("Whether a voter may replace the ballot until the round closes.");

const common = { id: Id, label: Text, revote };

export const LevelsInstrument = z
  .strictObject({
    kind: z.literal("levels"),
    ...common,
    levels: listOf(Level).min(2).describe("From best to worst."),
    reasons: listOf(Choice).optional().describe("Optional ticks that say what was wrong."),
    questions: listOf(Question).optional(),
    onePerVisit: z.boolean().optional().describe("One rating per visit reference."),
  })
  .describe("One unit, one level.");

export const Indicator = z
  .strictObject({
    id: Id,
    label: Text,
    points: Points,
    parts: listOf(z.strictObject({ id: Id, label: Text, points: Points }))
      .optional()
      .describe("Parts that are marked apart and add up to the indicator's points."),
  })
  .describe("One line of a sheet.");

export const SheetInstrument = z
  .strictObject({
    kind: z.literal("sheet"),
    ...common,
    step: Decimal.min(0.01).describe("Points are given in multiples of this; at least 0.01."),
    rules: listOf(
      z.strictObject({
        id: Id,
        label: Text,
        points: Points.describe("The sum of the indicators."),
        evidence: Text.optional().describe("What the rule is judged by."),
        indicators: listOf(Indicator).min(1),
      }),
    ).min(1),
  })
  .describe("One unit, points for each indicator; a sheet must be complete.");

export const ChecklistInstrument = z
  .strictObject({
    kind: z.literal("checklist"),
    ...common,
    items: listOf(z.strictObject({ id: Id, label: Text, points: Points }))
      .min(1)
      .describe("Each is met, not met, or not applicable; the share of points met is the result."),
  })
  .describe("One unit, a list of things that are met or not.");

export const NominateInstrument = z
  .strictObject({
    kind: z.literal("nominate"),
    ...common,
    most: Count.min(1).describe("Most units on one ballot; with more, the whole ballot is void."),
    problems: listOf(Choice).min(1).describe("What may be wrong; a nomination names at least one."),
    case: z
      .strictObject({
        required: z.boolean(),
        notBefore: LocalDate.optional().describe("An earlier case voids that nomination alone."),
      })
      .describe("The concrete case behind a nomination."),
  })
  .describe("Names several units, each with its problems and a dated case.");

export const BestAndWorstInstrument = z
  .strictObject({
    kind: z.literal("best-and-worst"),
    ...common,
    best: Count.min(1).describe("Exactly so many units are marked with the best level."),
    worst: Count.min(1).describe("Exactly so many units are marked with the worst level."),
    among: Id.describe("The list on which the units stand, or `shortlist` for all of its lists."),
    levels: z
      .strictObject({ best: Level, other: Level, worst: Level })
      .describe("Units that are not marked get `other`."),
  })
  .describe("Marks the best and the worst of a shortlist; every other unit gets the middle level.");

export const QuestionnaireInstrument = z
  .strictObject({
    kind: z.literal("questionnaire"),
    ...common,
    respondents: listOf(Choice).optional().describe("Types of respondent, asked on the form."),
    questions: listOf(Question).min(1),
    suggestions: z.boolean().optional().describe("Whether free suggestions may be written."),
  })
  .describe("Questions about one unit that are published but not scored.");

export const Instrument = z
  .discriminatedUnion("kind", [
    LevelsInstrument,
    SheetInstrument,
    ChecklistInstrument,
    NominateInstrument,
    BestAndWorstInstrument,
    QuestionnaireInstrument,
  ])
  .describe("A form that evaluators answer; its kind says what an answer looks like.");

export type Level = z.infer<typeof Level>;
export type Instrument = z.infer<typeof Instrument>;
export type InstrumentOf<Kind extends Instrument["kind"]> = Extract<Instrument, { kind: Kind }>;
export type SheetInstrument = z.infer<typeof SheetInstrument>;
