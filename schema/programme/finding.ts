import { z } from "zod";
import { Text } from "./basics.ts";

/** What is wrong with a programme document, or doubtful in it, and where. */
export const Finding = z
  .strictObject({
    severity: z.enum(["error", "warning"]).describe("An error cannot run; a warning is doubtful."),
    code: z.string().max(64).describe("Stable name of the kind of finding."),
    pointer: z.string().max(500).describe("RFC 6901 pointer into the document."),
    message: Text,
  })
  .describe("Something that a check of a programme document found.");

export type Finding = z.infer<typeof Finding>;
