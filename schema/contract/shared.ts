import { z } from "@hono/zod-openapi";

/** A public identifier: lower case letters, digits and hyphens. */
export const Identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .min(1)
  .max(64);

/**
 * A rule that a shape alone cannot say, for `refine`: a stable code, why in both languages, and the field at fault.
 */
export function rule(code: string, why: { zh: string; en: string }, ...path: string[]) {
  return { error: why.en, params: { code, ...why }, path };
}

/** For `refine`: a text that somebody shall read says something. */
export const notBlank = [
  (text: string) => text.trim() !== "",
  rule("blank", { zh: "不得空白", en: "Spaces alone say nothing" }),
] as const;

/** A name that people read: nothing in it ends it early, breaks its line or turns its direction round. */
export const Name = z
  .string()
  .min(1)
  .max(200)
  .refine(
    (text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text),
    rule("control_character", {
      zh: "名称中不得有控制字符",
      en: "A name holds no control characters",
    }),
  );

/** For `refine`: the same for a text of several lines. What follows a NUL would not be kept. */
export const noControls = [
  (text: string) => !/[\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u.test(text),
  rule("control_character", {
    zh: "文字中不得有控制字符",
    en: "The text holds no control characters",
  }),
] as const;

/** Identifiers as they stand in paths. */
export const inPath = {
  agency: Identifier.describe("Id of an agency.").openapi({ example: "agency-03" }),
  device: Identifier.describe("Id of a device.").openapi({ example: "device-01" }),
  entry: Identifier.describe("Id of a ledger entry.").openapi({ example: "entry-0001" }),
  item: Identifier.describe("Code of a service item.").openapi({ example: "item-012-1" }),
  ledger: Identifier.describe("Id of a ledger in the programme.").openapi({
    example: "complaints",
  }),
  programme: Identifier.describe("Id of a programme.").openapi({ example: "neixiang-per-visit" }),
  round: Identifier.describe("Id of a round.").openapi({ example: "neixiang-2020-06" }),
  unit: Identifier.describe("Id of a unit.").openapi({ example: "unit-012" }),
};

/** A whole number that an answer counts with. */
export const Count = z.int().min(0).max(2_147_483_647);

export const LocalDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .max(10)
  .refine(
    (text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false,
    rule("no_such_date", { zh: "日历上没有这一天", en: "The calendar has no such date" }),
  )
  .openapi({ format: "date", example: "2020-06-03" })
  .describe("A calendar date in the county's time zone.");

export const Instant = z
  .string()
  .max(40)
  .datetime({ offset: true })
  .openapi({ format: "date-time", example: "2020-06-03T09:30:00+08:00" });

export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .max(64)
  .describe("SHA-256 in lower-case hexadecimal.");

export const BilingualText = z
  .strictObject({ zh: z.string().max(2000), en: z.string().max(2000) })
  .openapi("BilingualText");

/** First and last day in order. */
export const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
export const datesReversed = rule(
  "dates_reversed",
  { zh: "最后一天早于第一天", en: "The last day comes before the first" },
  "to",
);

/** Every published figure: its value, or the reason why there is none. */
export const Figure = z
  .strictObject({
    status: z
      .enum(["shown", "withheld", "insufficient", "not_computable"])
      .describe(
        "shown: `value` holds it. withheld: it would expose people. insufficient: too few ballots. not_computable: a rule could not be applied.",
      ),
    value: z
      .number()
      .optional()
      .describe("Present only when shown; rounded half up to four decimals."),
    reason: z.string().max(64).optional().describe("A stable code; present unless shown."),
  })
  .openapi("Figure", { example: { status: "shown", value: 0.9375 } });

export type Figure = z.infer<typeof Figure>;

/** An interval at 95 %, or why none is valid. It never changes an official figure. */
export const Interval = z
  .strictObject({
    status: z.enum(["shown", "no_interval"]),
    low: z.number().optional(),
    high: z.number().optional(),
    method: z.string().max(40).optional(),
    reason: z.string().max(64).optional(),
  })
  .openapi("Interval", { example: { status: "shown", low: 0.9, high: 0.97, method: "wilson" } });

export const pageQuery = {
  cursor: z
    .string()
    .max(500)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional()
    .describe("Opaque; from `next` of the page before. Absent for the first page."),
  limit: z
    .string()
    .regex(/^([1-9]\d{0,2}|1000)$/)
    .max(4)
    .default("100")
    .transform(Number)
    .openapi({ type: "string", maxLength: 4, example: "100" })
    .describe("Rows on a page, 1 to 1000; 100 unless told."),
};

/** A page of a list: rows, and the cursor of the next page if there is one. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    items: z.array(row).max(1000),
    next: z
      .string()
      .max(500)
      .optional()
      .describe("Cursor of the next page; absent on the last. Also in the Link header."),
  });
}

export const pageHeaders = z.object({
  Link: z
    .string()
    .max(1000)
    .optional()
    .describe('RFC 8288; `rel="next"` while there are more pages.'),
  "Cache-Control": z.string().max(100).optional(),
});

/** A JSON body that must be there: without `required` an empty one would reach the handler. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { required: true, description, content: { "application/json": { schema } } } as const;
}

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } } as const;
}

/** Who may call: nothing for the public, or one of these. */
export const organiser = [{ organiser: [] }];
export const deviceToken = [{ device: [] }];
