import { z } from "zod";
import { Count, Decimal, Id, listOf, Text } from "./basics.ts";

export const Subtotal = z
  .strictObject({ id: Id, label: Text, components: listOf(Id).min(1) })
  .describe("A sum over some components, as the daily part is.");

export const Total = z
  .strictObject({
    points: Decimal.optional().describe(
      "The stated total; components that are not outside must add up to it.",
    ),
    floor: Decimal.optional().describe("The total never falls below this."),
  })
  .describe("The sum of all components.");

export const Shortlist = z
  .strictObject({
    by: Id.describe("The subtotal or component by which places are given."),
    lists: listOf(z.strictObject({ id: Id, label: Text, end: z.enum(["best", "worst"]) })).min(1),
    places: listOf(
      z.strictObject({
        system: Id.describe(
          "A system of units that runs its own list: general, health, financial…",
        ),
        each: Count.min(1).describe("Places on each list."),
        chosen: z
          .enum(["by-score", "by-nomination"])
          .describe(
            "By the figure named in `by`, or named by the system itself (a recorded decision).",
          ),
      }),
    ).min(1),
    carryIn: listOf(z.strictObject({ list: Id, award: Id }))
      .optional()
      .describe(
        "Units that held this award last round are on the list at once, in places of their system.",
      ),
  })
  .describe("Lists of the best and the worst by a subtotal, with places for each system of units.");

export const Ranking = z
  .strictObject({
    by: Id.describe("`total`, a subtotal or a component."),
    best: z
      .enum(["highest", "lowest"])
      .describe("Whether the highest or the lowest figure is best."),
    within: z.enum(["all", "pool"]).describe("One list, or one for each pool."),
    tieBreakers: listOf(Id).optional().describe("Components or subtotals, compared in turn."),
  })
  .describe("How units are put in order.");

/** `superior` is the authority above a vertically managed unit; `principal` heads the agency's leading group. */
const Recipient = z.enum([
  "unit",
  "agency",
  "township",
  "head",
  "deputies",
  "superior",
  "leading-group",
  "principal",
]);

export const Effect = z
  .strictObject({
    recipient: Recipient,
    managedBy: z
      .enum(["any", "agency", "township", "dual"])
      .optional()
      .describe("Only for units managed so."),
    tags: listOf(Id)
      .min(1)
      .optional()
      .describe("Only for units that carry at least one of these tags."),
    points: Decimal.optional().describe("On the recipient's yearly mark; negative takes off."),
    text: Text.optional().describe("What happens, where it is not points."),
    months: Count.optional().describe("How long the effect lasts, in months."),
  })
  .describe("What an award does to somebody.");

const end = z.enum(["best", "worst"]).describe("From which end of the ranking places are counted.");

const common = {
  id: Id,
  label: Text,
  recipient: Recipient.optional().describe("Who holds the award; the unit unless said otherwise."),
  confirmedBy: Text.optional().describe("The role whose recorded decision confirms the proposal."),
  minimumVolume: z.boolean().optional().describe("Barred for units with too little work."),
  effects: listOf(Effect).optional(),
  pointsInsteadOf: Id.optional().describe(
    "Who holds that award too gets the points of this one in place of that one's; its texts stay.",
  ),
};

export const TakeAward = z
  .strictObject({
    kind: z.literal("take"),
    ...common,
    from: z
      .discriminatedUnion("of", [
        z.strictObject({ of: z.literal("all") }),
        z.strictObject({ of: z.literal("pool"), pool: Id }),
        z.strictObject({ of: z.literal("list"), list: Id }),
        z.strictObject({ of: z.literal("award"), award: Id }),
      ])
      .describe("Among whom places are counted."),
    end,
    places: z
      .strictObject({ from: Count.min(1), to: Count.min(1) })
      .describe(
        "Places from that end, both inclusive: 1 to 10 is ten units, 7 to 10 the outer four.",
      ),
  })
  .describe(
    "Places counted from one end of the ranking: all, a pool, or a shortlist. A tie at the cut takes every tied unit.",
  );

export const DecisionAward = z
  .strictObject({
    kind: z.literal("by-decision"),
    ...common,
    decidedBy: Text.describe("The role that decides how many."),
    end,
  })
  .describe("How many is a recorded decision; the engine proposes the order.");

export const CleanRunAward = z
  .strictObject({
    kind: z.literal("clean-run"),
    ...common,
    rounds: Count.min(1),
    stream: Id.describe("The stream in which no rating may be bad."),
    brokenBy: listOf(z.strictObject({ ledger: Id, entries: listOf(Id).min(1) }))
      .optional()
      .describe("Ledger entries that break the run as a bad rating does."),
  })
  .describe("So many rounds in a row without a bad rating, each with at least one valid ballot.");

export const RunningAward = z
  .strictObject({
    kind: z.literal("running"),
    ...common,
    award: Id.describe("The award that is held again and again."),
    rounds: Count.min(2),
  })
  .describe("Held the same award so many rounds running, this one included.");

export const Award = z
  .discriminatedUnion("kind", [TakeAward, DecisionAward, CleanRunAward, RunningAward])
  .describe("Something won or incurred; its kind says by whom.");

export const Exemption = z
  .strictObject({ award: Id, rounds: Count.min(1) })
  .describe("A unit that held this award in each of so many rounds before is not appraised.");

export const MinimumVolume = z
  .strictObject({
    appliesTo: z
      .enum(["award", "round"])
      .describe("Bars the awards that say so, or the whole round."),
    trailingRounds: Count.min(1).describe(
      "Volumes are summed over so many rounds, this one included.",
    ),
    atLeast: listOf(z.strictObject({ pool: Id, volume: Count.min(1) })).min(1),
  })
  .describe("Units with less work than this do not take part.");

export type Award = z.infer<typeof Award>;
export type AwardOf<Kind extends Award["kind"]> = Extract<Award, { kind: Kind }>;
export type Effect = z.infer<typeof Effect>;
export type Shortlist = z.infer<typeof Shortlist>;
export type Ranking = z.infer<typeof Ranking>;
