import { writeFileSync } from "node:fs";
import { openApiDocument } from "./openapi.ts";

/** Writes schema/openapi.json from the contract. */
writeFileSync(
  new URL("./openapi.json", import.meta.url),
  `${JSON.stringify(openApiDocument(), null, 2)}\n`,
);
