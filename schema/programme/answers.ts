import { z } from "zod";
import { Id, LocalDate, listOf, Points } from "./basics.ts";

/** A unit's public identifier, for example `u-0042`. */
export const UnitId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64);

const byQuestion = z
  .record(Id, Id)
  .describe("Question to answer, both as the programme's instrument names them.");

/** What a ballot says, in the shape that its instrument asks for. */
export const Answers = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("levels"),
    unit: UnitId,
    level: Id,
    reasons: listOf(Id).max(20).optional(),
    questions: byQuestion.optional(),
  }),
  z.strictObject({
    kind: z.literal("sheet"),
    unit: UnitId,
    points: z.record(Id, Points).describe("Indicator (or part of one) to points."),
  }),
  z.strictObject({
    kind: z.literal("checklist"),
    unit: UnitId,
    items: z.record(Id, z.enum(["met", "not-met", "not-applicable"])),
  }),
  z.strictObject({
    kind: z.literal("nominate"),
    nominations: listOf(
      z.strictObject({
        unit: UnitId,
        problems: listOf(Id).max(20),
        case: z
          .strictObject({ date: LocalDate.optional(), text: z.string().max(2000).optional() })
          .optional(),
      }),
    ).max(1000),
  }),
  z.strictObject({
    kind: z.literal("best-and-worst"),
    best: listOf(UnitId).max(1000),
    worst: listOf(UnitId).max(1000),
  }),
  z.strictObject({
    kind: z.literal("questionnaire"),
    unit: UnitId,
    respondent: Id.optional(),
    questions: byQuestion,
    suggestion: z.string().max(2000).optional(),
  }),
]);

export type Answers = z.infer<typeof Answers>;
export type AnswersOf<Kind extends Answers["kind"]> = Extract<Answers, { kind: Kind }>;
