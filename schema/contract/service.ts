import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./problem.ts";
import { json } from "./shared.ts";

export const Service = z
  .strictObject({
    name: z.string().max(100),
    version: z.string().max(40).describe("Version of the software."),
    county: z.strictObject({ name: z.string().max(100), timeZone: z.string().max(64) }),
    time: z.string().max(40).openapi({ format: "date-time" }).describe("The server's clock, UTC."),
    links: z.strictObject({
      documentation: z.string().max(200),
      contract: z.string().max(200),
      results: z.string().max(200),
    }),
  })
  .openapi("Service", {
    example: {
      name: "Wanping",
      version: "0.1.0",
      county: { name: "演示县 (demonstration county)", timeZone: "Asia/Shanghai" },
      time: "2020-07-01T00:00:00.000Z",
      links: { documentation: "/docs", contract: "/openapi.json", results: "/" },
    },
  });

export const describeService = createRoute({
  operationId: "describeService",
  method: "get",
  path: "/v1",
  tags: ["service"],
  summary: "Describe this service",
  description:
    "The county, the server's time (devices set their clocks by it) and where to read on.",
  responses: { 200: json(Service, "This service."), ...problems() },
});

const State = z
  .strictObject({ status: z.enum(["ok"]) })
  .openapi("Health", { example: { status: "ok" } });

export const health = createRoute({
  operationId: "health",
  method: "get",
  path: "/health",
  tags: ["service"],
  summary: "Is the process alive?",
  description: "Answers as long as the process does; touches no database.",
  responses: { 200: json(State, "Alive."), ...problems() },
});

export const readiness = createRoute({
  operationId: "readiness",
  method: "get",
  path: "/ready",
  tags: ["service"],
  summary: "Can it serve?",
  description:
    "Reads both databases; 503 when one of them does not answer or the server is stopping.",
  responses: { 200: json(State, "Both databases answer."), ...problems("storage_failed") },
});
