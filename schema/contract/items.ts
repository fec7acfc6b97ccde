import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./problem.ts";
import { Identifier, inPath, json, jsonBody, organiser } from "./shared.ts";

/** A coded matter that a unit handles. */
export const ServiceItem = z
  .strictObject({
    code: Identifier,
    name: z.string().min(1).max(200),
    type: z
      .string()
      .max(40)
      .describe("Kind of matter, for example licence, confirmation, penalty."),
    legalBasis: z.string().max(500).optional(),
    office: z.string().max(200).optional().describe("Where it is accepted."),
    channels: z
      .array(z.enum(["window", "online", "post", "phone"]))
      .max(4)
      .optional(),
    conditions: z.string().max(1000).optional(),
    materials: z.array(z.string().max(200)).max(100).optional(),
    procedure: z.string().max(1000).optional(),
    legalLimitWorkingDays: z.int().min(0).max(1000).optional(),
    promisedLimitWorkingDays: z.int().min(0).max(1000).optional(),
    fees: z.string().max(500).optional(),
  })
  .openapi("ServiceItem", {
    example: {
      code: "item-012-1",
      name: "教师资格认定",
      type: "行政许可",
      legalLimitWorkingDays: 20,
      promisedLimitWorkingDays: 5,
      fees: "不收费",
    },
  });

const ItemPath = z.object({
  unit: inPath.unit,
  item: inPath.item,
});

export const ItemBody = ServiceItem.omit({ code: true }).openapi("ServiceItemBody", {
  example: { name: "教师资格认定", type: "行政许可", promisedLimitWorkingDays: 5 },
});

export const putItem = createRoute({
  operationId: "putItem",
  method: "put",
  path: "/v1/units/{unit}/items/{item}",
  tags: ["units"],
  summary: "Create or change a service item",
  description: "Idempotent by unit and code.",
  security: organiser,
  request: { params: ItemPath, body: jsonBody(ItemBody, "The item.") },
  responses: {
    200: json(ServiceItem, "The item as stored."),
    ...problems(
      "invalid_parameter",
      "malformed_json",
      "unauthenticated",
      "forbidden",
      "unknown_unit",
      "too_large",
      "unsupported_media_type",
      "invalid_body",
    ),
  },
});
