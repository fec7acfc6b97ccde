import { writeFileSync } from "node:fs";
import { writeProgrammeSchema } from "./generate-programme.ts";
import { openApiDocument } from "./openapi.ts";

/** Writes whatever is generated from the schema: the OpenAPI document, the language's JSON Schema and its reference. */
writeFileSync(
  new URL("./openapi.json", import.meta.url),
  `${JSON.stringify(openApiDocument(), null, 2)}\n`,
);
writeProgrammeSchema();
