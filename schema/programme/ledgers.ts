import { z } from "zod";
import { Count, DateWindow, Decimal, Id, listOf, Points, Text } from "./basics.ts";

export const CatalogueEntry = z
  .strictObject({
    id: Id,
    label: Text,
    points: z
      .union([Points, z.strictObject({ from: Points, to: Points })])
      .describe("Fixed points each, or a range from which the recorder chooses."),
    modifiers: listOf(
      z.strictObject({
        id: Id,
        label: Text,
        times: Decimal.min(0).describe(
          "The points are multiplied by this: 2 for a serious one, 0.5 for a co-handler.",
        ),
      }),
    ).optional(),
  })
  .describe("One kind of fact and the points it is worth.");

const common = {
  id: Id,
  label: Text,
  role: Text.describe("The role that records entries: never a person's name."),
  window: DateWindow.optional().describe(
    "The dates in which the fact must lie; without it, the round's.",
  ),
};

/** Facts by catalogue: deductions, bonuses, matters. Points are magnitudes; the component gives the sign. */
export const PointsLedger = z
  .strictObject({
    kind: z.literal("points"),
    ...common,
    catalogue: listOf(CatalogueEntry).min(1),
    identifiesPeople: z
      .boolean()
      .optional()
      .describe("An entry could identify a person: only totals are published."),
  })
  .describe("Dated facts, each worth points by a catalogue, with a reason and evidence.");

/** One mark for each unit and assessor. */
export const ScoreLedger = z
  .strictObject({
    kind: z.literal("score"),
    ...common,
    range: z
      .strictObject({ from: Points, to: Points })
      .describe("The lowest and the highest mark."),
    decimals: z.int().min(0).max(4).describe("How fine a mark may be."),
    assessors: listOf(
      z.strictObject({
        id: Id,
        label: Text,
        weight: Points.describe("Weights of the assessors present are normalised."),
        scores: z
          .enum(["every-unit", "managed-by-agency", "managed-by-township", "dual-managed"])
          .describe(
            "Which units this assessor must score; a dual-managed unit is managed by both.",
          ),
      }),
    ).min(1),
    tiers: z
      .strictObject({
        levels: listOf(z.strictObject({ id: Id, label: Text, from: Points, to: Points }))
          .min(2)
          .describe("From best to worst; both ends belong to the tier."),
        quota: z
          .strictObject({
            smallAgency: Count.describe("An agency with at most so many units…"),
            smallAgencyMost: Count.describe("…has at most so many in each tier."),
          })
          .describe(
            "A larger agency has ⌊n ÷ tiers⌋ in each tier, and those left over in different tiers.",
          ),
      })
      .optional(),
  })
  .describe("One mark for each unit by each assessor, with a reason.");

export const Ledger = z
  .discriminatedUnion("kind", [PointsLedger, ScoreLedger])
  .describe("What a named role records about units, each entry with a reason.");

export type CatalogueEntry = z.infer<typeof CatalogueEntry>;
export type Ledger = z.infer<typeof Ledger>;
export type PointsLedger = z.infer<typeof PointsLedger>;
export type ScoreLedger = z.infer<typeof ScoreLedger>;
