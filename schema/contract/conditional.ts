import { z } from "@hono/zod-openapi";

/** Headers of published bytes. */
export const immutable = z.object({
  ETag: z.string().max(80).describe("SHA-256 of the bytes."),
  "Cache-Control": z
    .string()
    .max(100)
    .describe("For ever where the address names a release or a version; a minute for the newest."),
  Link: z
    .string()
    .max(2000)
    .optional()
    .describe('RFC 8288: `rel="predecessor-version"`, the release before; `rel="next"`.'),
});
export const ifNoneMatch = z.object({
  "if-none-match": z
    .string()
    .max(1000)
    .optional()
    .describe("ETags already held; if one still stands, the answer is 304.")
    .openapi({ example: '"0"' }),
});
export const unchanged = { 304: { description: "Unchanged.", headers: immutable } };
