import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import * as contract from "./contract/index.ts";
import { exampleOf } from "./contract/problem.ts";
import { problemCodes } from "./contract/problems.ts";

const tags = [
  { name: "service", description: "The service itself." },
  { name: "units", description: "Agencies, units, commitments, service items and visits." },
  { name: "programmes", description: "Programmes: a county's rules as documents that run." },
  { name: "rounds", description: "Rounds of a programme, from draft to publication." },
  { name: "devices", description: "The organiser's side of rating devices." },
  { name: "device", description: "What a rating device itself calls." },
  { name: "results", description: "Published results, tallies and files." },
];

/** Every operation of the contract. */
export function operations(): RouteConfig[] {
  return Object.values(contract).filter(
    (value): value is typeof value & RouteConfig =>
      typeof value === "object" && value !== null && "operationId" in value && "path" in value,
  );
}

/** The OpenAPI 3.1 document, from the contract alone. */
export function openApiDocument() {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent("securitySchemes", "organiser", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "ES256 JWT of an organiser; `npx wanping token` makes one from the local organiser key.",
  });
  registry.registerComponent("securitySchemes", "device", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "Short token of an enrolled device, from `POST /v1/token` (private_key_jwt, RFC 7523).",
  });
  for (const code of problemCodes)
    registry.registerComponent("examples", code, { value: exampleOf(code) });
  for (const operation of operations())
    registry.registerPath({ ...operation, security: operation.security ?? [] });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Wanping",
      version: "1.0.0",
      description:
        "The open API on which a county appraises its public service units, and on which anyone can check the result. Reads of published data need no key. Errors are RFC 9457 problems with a stable code. Lists are paged by opaque cursors.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
      contact: { name: "Wanping maintainers", url: "https://wanping.example/contact" },
    },
    servers: [{ url: "/", description: "This server." }],
    tags,
    security: [],
  });
}
