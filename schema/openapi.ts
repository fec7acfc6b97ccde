import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import * as contract from "./contract/index.ts";
import { exampleOf } from "./contract/problem.ts";
import { problemCodes } from "./contract/problems.ts";

const tags = [
  {
    name: "decisions",
    description:
      "What people decide about a round: awards, shortlist, draw; and ballots they report.",
  },
  { name: "device", description: "What a rating device itself calls." },
  { name: "devices", description: "The organiser's side of rating devices." },
  { name: "ledgers", description: "Points and marks of a round, by catalogue." },
  { name: "programmes", description: "Programmes: a county's rules as documents that run." },
  { name: "results", description: "Published results, tallies and files." },
  { name: "rounds", description: "Rounds of a programme, from draft to publication." },
  { name: "service", description: "The service itself." },
  { name: "units", description: "Agencies, units, commitments, service items and visits." },
  {
    name: "window",
    description: "Rating on one's own phone, by a code scanned at the window.",
  },
];

/** draft-ietf-httpapi-ratelimit-headers, on every answer of the API. */
const rateLimitHeaders = {
  RateLimit: {
    description: "What is left of the policy: `r` requests within `t` seconds.",
    schema: { type: "string", maxLength: 100 },
    example: '"public";r=599;t=60',
  },
  "RateLimit-Policy": {
    description: "The policy: `q` requests in a window of `w` seconds.",
    schema: { type: "string", maxLength: 100 },
    example: '"public";q=600;w=60',
  },
} as const;

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
      "ES256 JWT of an organiser, handled as RFC8725 says; `npx wanping token` makes one from the local organiser key.",
  });
  registry.registerComponent("securitySchemes", "device", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "Short token of an enrolled device, from `POST /v1/token` (private_key_jwt, RFC 7523), handled as RFC8725 says.",
  });
  registry.registerComponent("securitySchemes", "window", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "Token of one rating, from the code that a device shows at its window, handled as RFC8725 says.",
  });
  const declared = JSON.stringify(operations().map(({ responses }) => responses));
  for (const code of problemCodes.filter((it) => declared.includes(`/examples/${it}"`)))
    registry.registerComponent("examples", code, { value: exampleOf(code) });
  for (const operation of operations())
    registry.registerPath({ ...operation, security: operation.security ?? [] });
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Wanping",
      version: "1.0.0",
      description:
        "The open API on which a county appraises its public service units, and on which anyone can check the result. Reads of published data need no key. Errors are RFC 9457 problems with a stable code. Lists are paged by opaque cursors.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
      contact: { name: "Wanping maintainers", url: "https://wanping.example/contact" },
    },
    servers: [
      {
        url: "/",
        description: "This server: production, or a local demonstration.",
        "x-internal": false,
      },
    ],
    tags,
    security: [],
  });
  declareRateLimits(document.paths ?? {});
  return { ...document, components: { ...document.components, headers: rateLimitHeaders } };
}

/** Every answer carries them, refusals too, so no operation has to say so by itself. */
function declareRateLimits(
  paths: NonNullable<ReturnType<OpenAPIHono["getOpenAPI31Document"]>["paths"]>,
): void {
  const references = Object.fromEntries(
    Object.keys(rateLimitHeaders).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
  for (const item of Object.values(paths)) {
    for (const operation of [item.get, item.put, item.post, item.patch, item.delete]) {
      for (const response of Object.values(operation?.responses ?? {})) {
        if ("description" in response) response.headers = { ...response.headers, ...references };
      }
    }
  }
}
