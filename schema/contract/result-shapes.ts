import { z } from "@hono/zod-openapi";
import {
  BilingualText,
  Count,
  Figure,
  Identifier,
  Instant,
  Interval,
  LocalDate,
} from "./shared.ts";

const flags = z.array(z.string().max(64)).max(50);

/** A figure by the name that its programme gives it. */
const NamedFigure = z
  .strictObject({
    id: Identifier,
    label: BilingualText,
    figure: Figure,
    n: Count.optional().describe("Ballots (or entries) that it rests on; absent unless shown."),
    flags,
    interval: Interval,
  })
  .openapi("NamedFigure");

const Named = z.strictObject({ id: Identifier, name: z.string().max(200) });

const Share = z
  .strictObject({ answer: Identifier, label: BilingualText, count: Figure, share: Figure })
  .openapi("Share");

const Distribution = z
  .strictObject({ id: Identifier, label: BilingualText, answers: z.array(Share).max(100) })
  .openapi("Distribution");

export const UnitResult = z
  .strictObject({
    round: Identifier,
    unit: Identifier,
    name: z.string().max(200),
    nameEn: z.string().max(200).optional(),
    agency: Identifier,
    agencyName: z.string().max(200),
    agencyNameEn: z.string().max(200).optional(),
    pool: Identifier,
    standing: z.enum(["appraised", "exempt", "below-volume"]),
    n: Figure.describe("Ballots counted, in the streams whose figures are shown."),
    total: Figure,
    interval: Interval.describe("Of the total."),
    rank: Figure,
    rankRange: z
      .union([z.strictObject({ best: Count, worst: Count }), z.null()])
      .describe(
        "Ranks that the data cannot tell apart from this one; null where unknown. Never changes the rank.",
      ),
    components: z.array(NamedFigure).max(100),
    statistics: z.array(NamedFigure).max(300),
    distributions: z.array(Distribution).max(300),
    lists: z.array(Identifier).max(10).describe("Shortlists on which the unit stands."),
    awards: z.array(Identifier).max(50),
    flags,
  })
  .openapi("UnitResult");

const Holder = z.strictObject({
  recipient: z.enum(["unit", "agency", "township"]),
  id: Identifier,
  name: z.string().max(200),
});

/** What an award does to somebody. People are named by their office only. */
const Effect = z.strictObject({
  recipient: z.string().max(40).describe("unit, agency, township, head, deputies, superior…"),
  id: Identifier.optional().describe("The unit, agency or township that it falls on."),
  unit: Identifier.optional().describe("The unit through which it comes."),
  points: z.number().optional().describe("On the recipient's yearly mark."),
  text: BilingualText.optional(),
  months: Count.optional().describe("How long it lasts."),
});

export const RoundResult = z
  .strictObject({
    round: Identifier,
    programme: Identifier,
    version: z.string().max(32),
    title: BilingualText,
    from: LocalDate,
    to: LocalDate,
    state: z.string().max(40),
    release: Count.min(1),
    publishedAt: Instant,
    correction: z
      .strictObject({ role: z.string().max(100), reason: z.string().max(1000) })
      .optional()
      .describe("Why this release replaces the one before it."),
    method: z.string().max(500).describe("Where to read how it was computed."),
    threshold: Count.describe("Figures over fewer ballots are not published."),
    units: z.strictObject({ total: Count, shown: Count, insufficient: Count }),
    ballotsShown: Count.describe("Ballots in the units shown; never those of the others."),
    ballotsByState: z
      .array(
        z.strictObject({
          state: z.string().max(20),
          atLeast: Count.describe(
            "Rounded down to tens; `counted` only in the units that are shown.",
          ),
        }),
      )
      .max(10),
    pools: z.array(z.strictObject({ id: Identifier, label: BilingualText })).max(50),
    statistics: z.array(NamedFigure).max(300).describe("Over the units shown."),
    distributions: z.array(Distribution).max(300).describe("Over the units shown."),
    lists: z
      .array(
        z.strictObject({ id: Identifier, label: BilingualText, units: z.array(Named).max(2000) }),
      )
      .max(10),
    awards: z
      .array(
        z.strictObject({
          id: Identifier,
          label: BilingualText,
          state: z.enum(["final", "proposed", "confirmed"]),
          holders: z.array(Holder).max(2000),
          effects: z.array(Effect).max(10_000),
          flags,
        }),
      )
      .max(50),
    flags,
  })
  .openapi("RoundResult");

export const TallyCell = z
  .strictObject({
    unit: z.string().max(64).describe("Empty where the ballot as a whole is counted."),
    group: z.string().max(64).describe("`all` where groups are added up."),
    channel: z.string().max(20).describe("`all` where channels are added up."),
    stream: Identifier,
    question: z.string().max(140),
    answer: z.string().max(64),
    count: Figure,
    sum: Figure.describe("Of points, in hundredths."),
    sumOfSquares: Figure.describe("Of points, in ten-thousandths."),
  })
  .openapi("TallyCell");

export const HistoryRow = z
  .strictObject({
    round: Identifier,
    programme: Identifier,
    from: LocalDate,
    to: LocalDate,
    n: Figure,
    total: Figure,
    rank: Figure,
    statistics: z.array(z.strictObject({ id: Identifier, figure: Figure })).max(300),
    awards: z.array(Identifier).max(50),
  })
  .openapi("HistoryRow");

export type UnitResult = z.infer<typeof UnitResult>;
export type RoundResult = z.infer<typeof RoundResult>;
export type TallyCell = z.infer<typeof TallyCell>;
export type HistoryRow = z.infer<typeof HistoryRow>;
