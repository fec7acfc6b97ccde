import { z } from "@hono/zod-openapi";
import { contractDocument } from "../http/document.ts";

/** What the documentation tells of a schema. */
const Schema = z.looseObject({
  $ref: z.string().optional(),
  example: z.unknown().optional(),
  type: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  description: z.string().optional(),
});
const Content = z.record(
  z.string(),
  z.looseObject({
    schema: Schema.optional(),
    examples: z.record(z.string(), z.unknown()).optional(),
  }),
);
const Parameter = z.looseObject({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean().default(false),
  description: z.string().optional(),
  schema: Schema,
});
const Operation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string(),
  security: z.array(z.record(z.string(), z.unknown())).default([]),
  parameters: z.array(Parameter).default([]),
  requestBody: z.looseObject({ description: z.string().optional(), content: Content }).optional(),
  responses: z.record(
    z.string(),
    z.looseObject({ description: z.string(), content: Content.optional() }),
  ),
});
const Document = z.looseObject({
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), Schema) }),
});

export type Parameter = z.infer<typeof Parameter>;

/** An operation as the documentation tells it. */
export interface DocumentedOperation {
  id: string;
  method: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  /** `organiser`, `device` or nobody in particular. */
  who: string | undefined;
  parameters: Parameter[];
  body: { mediaType: string; name: string | undefined; example: unknown } | undefined;
  answers: { status: string; description: string; problems: string[]; example: unknown }[];
}

let known: { tags: { name: string; description: string }[]; operations: DocumentedOperation[] };

/** Every operation with its examples, from the contract. */
export function documented(): typeof known {
  known ??= read();
  return known;
}

function read(): typeof known {
  const document = Document.parse(contractDocument());
  const { schemas } = document.components;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const [body] = Object.entries(operation.requestBody?.content ?? {});
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        tag: operation.tags[0] ?? "",
        summary: operation.summary,
        description: operation.description,
        who: operation.security.flatMap((requirement) => Object.keys(requirement))[0],
        parameters: operation.parameters,
        body: body && {
          mediaType: body[0],
          name: nameOf(body[1].schema),
          example: exampleOf(body[1].schema, schemas),
        },
        answers: Object.entries(operation.responses).map(([status, { description, content }]) => {
          const [first] = Object.values(content ?? {});
          return {
            status,
            description,
            problems: Object.keys(first?.examples ?? {}),
            example: exampleOf(first?.schema, schemas),
          };
        }),
      };
    }),
  );
  return { tags: document.tags, operations };
}

type Schema = z.infer<typeof Schema>;

function nameOf(schema: Schema | undefined): string | undefined {
  return schema?.$ref?.split("/").at(-1);
}

function exampleOf(schema: Schema | undefined, schemas: Readonly<Record<string, Schema>>): unknown {
  const name = nameOf(schema);
  return name === undefined ? schema?.example : schemas[name]?.example;
}
