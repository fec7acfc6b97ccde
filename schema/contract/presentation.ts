import { z } from "@hono/zod-openapi";
import { Name, notBlank } from "./shared.ts";

/** One line that visitors read: like a name it ends where it ends, and runs one way. */
function shortText(most: number) {
  const line = Name.max(most).refine(...notBlank);
  return z.strictObject({ zh: line, en: line });
}

/** What an organiser may change about a device's screen. The form itself is the programme's. */
export const Presentation = z
  .strictObject({
    texts: z
      .strictObject({
        question: shortText(60).optional().describe("Above the faces; the visitor is asked this."),
        thanks: shortText(60).optional().describe("After a rating has been kept."),
        notice: shortText(200)
          .optional()
          .describe("Small below the faces: a telephone number for complaints, say."),
      })
      .optional()
      .describe("Words in place of the device's own, always in both languages."),
    theme: z
      .enum(["system", "light", "dark", "high-contrast"])
      .optional()
      .describe("`system`, and absent: as the device's own settings prefer."),
  })
  .openapi("Presentation", {
    example: {
      texts: { question: { zh: "请评价本次服务", en: "How was your visit today?" } },
      theme: "high-contrast",
    },
  });

export type Presentation = z.infer<typeof Presentation>;
