import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openApiDocument } from "../../schema/openapi.ts";
import { breakingChanges } from "./breaking.ts";

/** The contract as last released within v1. It is replaced at a release, and only by one that breaks nothing. */
const released = JSON.parse(readFileSync(new URL("./released-v1.json", import.meta.url), "utf8"));
const now = JSON.parse(JSON.stringify(openApiDocument()));

test("nothing that was released in v1 breaks", () => {
  expect(breakingChanges(released, now)).toEqual([]);
});

/** A small document of one operation, from parts. */
function documentOf(body: object, answer: object, extra: object = {}) {
  return {
    paths: {
      "/v1/things": {
        post: {
          operationId: "makeThing",
          security: [],
          parameters: [{ in: "query", name: "limit", required: false, schema: { type: "string" } }],
          requestBody: { required: true, content: { "application/json": { schema: body } } },
          responses: {
            201: {
              content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
            },
          },
          ...extra,
        },
      },
    },
    components: { schemas: { Thing: answer } },
  };
}
const body = {
  type: "object",
  properties: { name: { type: "string", maxLength: 10 }, size: { enum: ["small", "large"] } },
  required: ["name"],
};
const answer = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
const base = documentOf(body, answer);

const breaking: [string, object][] = [
  ["a path that is gone", { paths: {} }],
  ["a renamed operation", documentOf(body, answer, { operationId: "createThing" })],
  [
    "a credential that is now asked for",
    documentOf(body, answer, { security: [{ organiser: [] }] }),
  ],
  ["a parameter that is gone", documentOf(body, answer, { parameters: [] })],
  [
    "a parameter that is now required",
    documentOf(body, answer, {
      parameters: [{ in: "query", name: "limit", required: true, schema: { type: "string" } }],
    }),
  ],
  ["a status that is gone", documentOf(body, answer, { responses: {} })],
  ["a field that is now required", documentOf({ ...body, required: ["name", "size"] }, answer)],
  [
    "a field that is no longer taken",
    documentOf({ ...body, properties: { name: body.properties.name } }, answer),
  ],
  [
    "a tighter bound",
    documentOf(
      { ...body, properties: { ...body.properties, name: { type: "string", maxLength: 9 } } },
      answer,
    ),
  ],
  [
    "a value that is no longer taken",
    documentOf({ ...body, properties: { ...body.properties, size: { enum: ["small"] } } }, answer),
  ],
  ["an answer without a field", documentOf(body, { type: "object", properties: {}, required: [] })],
  ["an answer in which a field may be absent", documentOf(body, { ...answer, required: [] })],
  [
    "an answer of another type",
    documentOf(body, { ...answer, properties: { id: { type: "integer" } } }),
  ],
];

test.each(breaking)("a client is told of %s", (_, changed) => {
  expect(breakingChanges(base, { ...changed })).not.toEqual([]);
});

const harmless: [string, object][] = [
  ["nothing", base],
  [
    "a new optional field",
    documentOf({ ...body, properties: { ...body.properties, colour: { type: "string" } } }, answer),
  ],
  [
    "a new field in an answer",
    documentOf(body, { ...answer, properties: { ...answer.properties, at: { type: "string" } } }),
  ],
  [
    "a wider bound",
    documentOf(
      { ...body, properties: { ...body.properties, name: { type: "string", maxLength: 20 } } },
      answer,
    ),
  ],
];

test.each(harmless)("%s breaks nothing", (_, changed) => {
  expect(breakingChanges(base, { ...changed })).toEqual([]);
});
