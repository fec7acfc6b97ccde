import { createRoute, z } from "@hono/zod-openapi";
import { Presentation } from "./presentation.ts";
import { problems } from "./problem.ts";
import { Identifier, Instant, json, LocalDate } from "./shared.ts";

export const getOwnConfiguration = createRoute({
  operationId: "getOwnConfiguration",
  method: "get",
  path: "/v1/device",
  tags: ["device"],
  summary: "This device's configuration",
  description: "What to show and for which units, and the server's time to set the clock by.",
  security: [{ device: [] }],
  responses: {
    200: json(
      z
        .strictObject({
          device: Identifier,
          mode: z.enum(["live", "test"]),
          serverTime: Instant,
          presentation: Presentation.optional().describe(
            "Words and look that the organiser chose.",
          ),
          assignments: z
            .array(
              z.strictObject({
                unit: Identifier,
                unitName: z.string().max(200),
                programme: Identifier,
                group: Identifier,
                from: LocalDate,
                until: LocalDate.optional(),
                instrument: z
                  .record(z.string(), z.unknown())
                  .describe(
                    "The instrument as the programme document holds it: levels, labels, reasons.",
                  ),
              }),
            )
            .max(1000),
        })
        .openapi("DeviceConfiguration"),
      "The configuration.",
    ),
    ...problems("unauthenticated", "forbidden", "credential_revoked"),
  },
});
