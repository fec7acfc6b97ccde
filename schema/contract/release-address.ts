import { z } from "@hono/zod-openapi";
import { inPath } from "./shared.ts";

export const RoundPath = z.object({ round: inPath.round });
export const UnitPath = RoundPath.extend({ unit: inPath.unit });
const published = ["invalid_parameter", "unknown_round", "not_published"] as const;
export const ofRelease = [...published, "unknown_release"] as const;

/** Without it the newest release answers; with it the answer never changes. */
export const release = {
  release: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .max(4)
    .optional()
    .transform((text) => (text === undefined ? undefined : Number(text)))
    .openapi({ type: "string", maxLength: 4, example: "1" })
    .describe("Number of a release; absent for the newest. With it, the answer never changes."),
};
export const ofReleaseQuery = z.strictObject(release);
