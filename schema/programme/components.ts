import { z } from "zod";
import { Count, DateWindow, Decimal, Id, listOf, Points, Text } from "./basics.ts";

const common = { id: Id, label: Text };
const points = Points.describe("Full marks of this component.");
/** Outside the stated total, as a bonus or a deduction from the whole is. */
const outside = z
  .boolean()
  .optional()
  .describe("Added to (or taken off) the total, but not part of the points it is stated out of.");

/** Below `below` ballots a unit's own score counts only in part; the mean over every unit with a ballot fills up. */
const SmallSample = z.strictObject({
  below: Count.min(1).describe("Fewer ballots than this are a small sample."),
  own: Decimal.min(0).max(1).describe("Weight of the unit's own score."),
  mean: Decimal.min(0)
    .max(1)
    .describe("Weight of the mean over all units with at least one ballot."),
});

/** Mean level value ÷ value of the best level × points. Best-and-worst ballots are read the same way. */
export const LevelsMean = z.strictObject({
  kind: z.literal("levels-mean"),
  ...common,
  points,
  stream: Id,
  smallSample: SmallSample.optional(),
  noBallots: z
    .enum(["not-computable", "mean"])
    .describe("A unit without a ballot: flagged and not computed, or flagged and given the mean."),
  only: z
    .enum(["every-unit", "shortlisted"])
    .optional()
    .describe("Which units have this component."),
});

/** Mean of sheets by group, weighted. A group without a sheet drops out of that unit's weights, flagged. */
export const SheetMean = z.strictObject({
  kind: z.literal("sheet-mean"),
  ...common,
  points,
  stream: Id,
  weights: z
    .enum(["literal", "normalised", "equal-ballots"])
    .describe("As printed; divided by their sum; or no weights, every sheet alike."),
});

/** Mean share of checklist points met × points. */
export const ChecklistMean = z.strictObject({
  kind: z.literal("checklist-mean"),
  ...common,
  points,
  stream: Id,
});

/** Nominations, stream by stream, plus one for each entry of the ledgers. */
export const Nominations = z.strictObject({
  kind: z.literal("nominations"),
  ...common,
  streams: listOf(Id).min(1),
  ledgers: listOf(Id).optional().describe("Each entry is one vote for its unit."),
});

/** A sheet that starts full; entries deduct from its parts; each part stops at zero; the sheet is scaled to `points`. */
export const DeductionSheet = z.strictObject({
  kind: z.literal("deduction-sheet"),
  ...common,
  points,
  ledger: Id,
  parts: listOf(
    z.strictObject({
      id: Id,
      label: Text,
      full: Points,
      entries: listOf(Id).min(1).describe("Catalogue entries that deduct here."),
      periods: listOf(z.strictObject({ id: Id, window: DateWindow }))
        .min(1)
        .optional()
        .describe("Marked anew in each period; the part is the mean of its periods."),
    }),
  ).min(1),
});

/** Sum of entries, added or subtracted, capped. */
export const LedgerPoints = z.strictObject({
  kind: z.literal("ledger-points"),
  ...common,
  ledger: Id,
  sign: z.enum(["add", "subtract"]),
  cap: Points.optional().describe("No more points than this, however many entries."),
  onePerDeed: z
    .boolean()
    .optional()
    .describe("Entries about the same deed count once, at the highest."),
});

/** The mark of a score ledger, weighted over its assessors. */
export const LedgerScore = z.strictObject({
  kind: z.literal("ledger-score"),
  ...common,
  points,
  ledger: Id,
});

export const Component = z.discriminatedUnion("kind", [
  LevelsMean.extend({ outside }),
  SheetMean.extend({ outside }),
  ChecklistMean.extend({ outside }),
  Nominations.extend({ outside }),
  DeductionSheet.extend({ outside }),
  LedgerPoints.extend({ outside }),
  LedgerScore.extend({ outside }),
]);

/** Published beside the scores, never scored. */
export const Statistic = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("distribution"),
    ...common,
    stream: Id,
    question: Id.optional(),
  }),
  z.strictObject({
    kind: z.literal("level-rate"),
    ...common,
    stream: Id,
    levels: listOf(Id).min(1).describe("Share of answers at these levels."),
  }),
  z
    .strictObject({
      kind: z.literal("rating-rate"),
      ...common,
      stream: Id,
    })
    .describe("Ballots ÷ visits; needs visit counts."),
  z.strictObject({ kind: z.literal("questionnaire"), ...common, stream: Id }),
  z.strictObject({
    kind: z.literal("cases"),
    ...common,
    counts: listOf(z.enum(["opened", "verified", "excluded", "rectified", "overdue"])).min(1),
  }),
  z.strictObject({
    kind: z.literal("coverage"),
    ...common,
    of: listOf(z.enum(["items", "units", "channels"]))
      .min(1)
      .describe("Share with at least one ballot."),
  }),
]);

export type Component = z.infer<typeof Component>;
export type ComponentOf<Kind extends Component["kind"]> = Extract<Component, { kind: Kind }>;
export type Statistic = z.infer<typeof Statistic>;
