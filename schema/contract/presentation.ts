import { z } from "@hono/zod-openapi";

const shortText = (most: number) =>
  z.strictObject({ zh: z.string().min(1).max(most), en: z.string().min(1).max(most) });

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
