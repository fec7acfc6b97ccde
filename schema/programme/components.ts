import { z } from "zod";
import { Count, DateWindow, Decimal, Id, listOf, Points, Text } from "./basics.ts";

const named = { id: Id, label: Text };
const common = {
  ...named,
  outside: z
    .boolean()
    .optional()
    .describe("Added to (or taken off) the total, but not part of the points it is stated out of."),
};
const points = Points.describe("Full marks of this component.");
const stream = Id.describe("The stream whose ballots are read.");
const ledger = Id.describe("The ledger that is read.");

const SmallSample = z
  .strictObject({
    below: Count.min(1).describe("Fewer ballots than this are a small sample."),
    own: Decimal.min(0).max(1).describe("Weight of the unit's own score."),
    mean: Decimal.min(0)
      .max(1)
      .describe("Weight of the mean over all units with at least one ballot."),
  })
  .describe("With few ballots a unit's own score counts only in part, and the mean fills up.");

export const LevelsMean = z
  .strictObject({
    kind: z.literal("levels-mean"),
    ...common,
    points,
    stream,
    smallSample: SmallSample.optional(),
    noBallots: z
      .enum(["not-computable", "mean"])
      .describe(
        "A unit without a ballot: flagged and not computed, or flagged and given the mean.",
      ),
    only: z
      .enum(["every-unit", "shortlisted"])
      .optional()
      .describe("Which units have this component."),
  })
  .describe(
    "Mean level value ÷ value of the best level × points. Best-and-worst ballots are read the same way.",
  );

export const SheetMean = z
  .strictObject({
    kind: z.literal("sheet-mean"),
    ...common,
    points,
    stream,
    weights: z
      .enum(["literal", "normalised", "equal-ballots"])
      .describe("As printed; divided by their sum; or no weights, every sheet alike."),
  })
  .describe(
    "Mean of sheets by group, weighted. A group without a sheet drops out of that unit's weights, flagged.",
  );

export const ChecklistMean = z
  .strictObject({
    kind: z.literal("checklist-mean"),
    ...common,
    points,
    stream,
  })
  .describe("Mean share of checklist points met × points.");

export const Nominations = z
  .strictObject({
    kind: z.literal("nominations"),
    ...common,
    streams: listOf(Id).min(1).describe("The streams whose nominations are counted."),
    ledgers: listOf(Id).optional().describe("Each entry is one vote for its unit."),
  })
  .describe("Nominations, stream by stream, plus one for each entry of the ledgers.");

export const DeductionSheet = z
  .strictObject({
    kind: z.literal("deduction-sheet"),
    ...common,
    points,
    ledger,
    parts: listOf(
      z.strictObject({
        id: Id,
        label: Text,
        full: Points.describe("What the part starts with."),
        entries: listOf(Id).min(1).describe("Catalogue entries that deduct here."),
        periods: listOf(z.strictObject({ id: Id, window: DateWindow }))
          .min(1)
          .optional()
          .describe("Marked anew in each period; the part is the mean of its periods."),
      }),
    ).min(1),
  })
  .describe(
    "A sheet that starts full; entries deduct from its parts; each part stops at zero; the sheet is scaled to `points`.",
  );

export const LedgerPoints = z
  .strictObject({
    kind: z.literal("ledger-points"),
    ...common,
    ledger,
    sign: z.enum(["add", "subtract"]).describe("Whether the points are a bonus or a deduction."),
    cap: Points.optional().describe("No more points than this, however many entries."),
    onePerDeed: z
      .boolean()
      .optional()
      .describe("Entries about the same deed count once, at the highest."),
  })
  .describe("Sum of entries, added or subtracted, capped.");

export const LedgerScore = z
  .strictObject({
    kind: z.literal("ledger-score"),
    ...common,
    points,
    ledger,
  })
  .describe("The mark of a score ledger, weighted over its assessors.");

export const Component = z
  .discriminatedUnion("kind", [
    LevelsMean,
    SheetMean,
    ChecklistMean,
    Nominations,
    DeductionSheet,
    LedgerPoints,
    LedgerScore,
  ])
  .describe("One part of a unit's score; its kind says how it is computed.");

export const Statistic = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("distribution"),
    ...named,
    stream,
    question: Id.optional(),
  }),
  z.strictObject({
    kind: z.literal("level-rate"),
    ...named,
    stream,
    levels: listOf(Id).min(1).describe("Share of answers at these levels."),
  }),
  z
    .strictObject({
      kind: z.literal("rating-rate"),
      ...named,
      stream,
      pools: listOf(Id)
        .min(1)
        .optional()
        .describe("Whose visits these are: windows or platforms, say. Absent: every pool's."),
    })
    .describe("Ballots ÷ visits, over the units of these pools; needs visit counts."),
  z.strictObject({ kind: z.literal("questionnaire"), ...named, stream: Id }),
  z.strictObject({
    kind: z.literal("cases"),
    ...named,
    counts: listOf(z.enum(["opened", "verified", "excluded", "rectified", "overdue"])).min(1),
  }),
  z.strictObject({
    kind: z.literal("coverage"),
    ...named,
    of: listOf(z.enum(["items", "units", "channels"]))
      .min(1)
      .describe("Share with at least one ballot."),
  }),
]);

export type Component = z.infer<typeof Component>;
export type ComponentOf<Kind extends Component["kind"]> = Extract<Component, { kind: Kind }>;
export type Statistic = z.infer<typeof Statistic>;
