// The contract documents these schemas by a method that this adds to zod; it must be there before the first of them is made.
import "@hono/zod-openapi";
import { z } from "zod";

/** Text for people, always in both languages. */
export const Text = z
  .strictObject({ zh: z.string().min(1).max(2000), en: z.string().min(1).max(2000) })
  .describe("Text for people, in Chinese and in English.");

/** A name that other parts of the document refer to. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
  .describe("A lower-case name with hyphens; other parts of the document refer to it.");

export const LocalDate = z.iso
  .date()
  .max(10)
  .describe("A calendar date in the county's time zone, as YYYY-MM-DD.");

/** A list in a document: bounded, so that a hostile one cannot keep a reader busy. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).max(1000);
}

/** First and last day, both inclusive: announcements name days, not instants. */
export const DateWindow = z
  .strictObject({ from: LocalDate, to: LocalDate })
  .describe("A window of dates in the county's time zone; both days belong to it.");

/** Judged by the shortest decimal text of the number, which is what the author wrote: 0.1 + 0.2 is refused, 0.3 is not. */
function hasFourPlaces(value: number): boolean {
  return /^-?\d+(\.\d{1,4})?$/.test(String(value));
}

/** A decimal with at most four places, written as a JSON number and read exactly. */
export const Decimal = z
  .number()
  .min(-1_000_000)
  .max(1_000_000)
  .refine(hasFourPlaces, {
    error: "At most four decimal places.",
    params: { zh: "最多四位小数" },
  })
  .describe("A decimal number, at most four places; computed with exactly, never as a float.");

export const Points = Decimal.min(0).describe("Points, zero or more; at most four decimal places.");

export const Count = z.int().min(0).max(1_000_000_000).describe("A whole number.");

/** How a ballot reached us. `system_default` is a platform's answer for people who said nothing: never scored. */
export const Channel = z
  .enum([
    "kiosk",
    "qr",
    "web",
    "sms",
    "phone",
    "paper",
    "letter",
    "platform",
    "interview",
    "third_party",
    "system_default",
  ])
  .describe("How a ballot arrives. `system_default` is counted apart and never scored.");

export type Text = z.infer<typeof Text>;
export type Channel = z.infer<typeof Channel>;
export type DateWindow = z.infer<typeof DateWindow>;
