import { z } from "zod";
import * as language from "./programme.ts";

/** The document that `Programme` accepts, as JSON Schema; the named shapes of the language are its definitions. */
export function programmeJsonSchema(): z.core.JSONSchema.BaseSchema {
  const named = z.registry<{ id: string }>();
  for (const [name, shape] of Object.entries(language)) {
    if (shape !== language.Programme && shape instanceof z.ZodType) named.add(shape, { id: name });
  }
  const { Programme } = language;
  const { $schema, ...shape } = z.toJSONSchema(Programme, {
    io: "input",
    metadata: named,
    override,
  });
  return {
    $schema,
    $id: "https://wanping.example/programme.schema.json",
    title: "Appraisal programme",
    ...shape,
  };
}

/** Names come from our own registry, so the descriptions have to be carried over. */
function override({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  const description = z.globalRegistry.get(zodSchema)?.description;
  if (description !== undefined) jsonSchema.description = description;
}
