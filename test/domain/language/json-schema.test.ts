import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { programmeJsonSchema } from "../../../schema/generate-programme.ts";

const file = new URL("../../../schema/programme.schema.json", import.meta.url);

test("the JSON Schema in the repository is what the language says; `node schema/generate-programme.ts` writes it", () => {
  expect(readFileSync(file, "utf8")).toBe(`${JSON.stringify(programmeJsonSchema(), null, 2)}\n`);
});

test("the JSON Schema refuses fields that the language does not know", () => {
  expect(programmeJsonSchema()).toMatchObject({ type: "object", additionalProperties: false });
});
