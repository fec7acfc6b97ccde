import fc from "fast-check";
import { expect, test } from "vitest";
import { placesIn } from "../../../api/domain/lint/tree.ts";
import { lintDocument } from "../../../api/domain/lint.ts";
import { readProgramme } from "../../../schema/programme.ts";
import { spoiltDocument } from "./spoiling.ts";

const runs = { numRuns: 150, seed: 20201122 };

test("no JSON value makes the linter throw", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(lintDocument(value, readProgramme).length).toBeGreaterThan(0);
    }),
    runs,
  );
});

test("a spoilt document is either refused by its shape or linted, and every finding points into it", () => {
  let linted = 0;
  fc.assert(
    fc.property(spoiltDocument, (document) => {
      const reading = readProgramme(document);
      const found = lintDocument(document, readProgramme);
      if ("findings" in reading) {
        expect(found.every(({ code }) => code === "shape")).toBe(true);
        return;
      }
      linted += 1;
      const pointers = new Set(placesIn(reading.programme).map(({ pointer }) => pointer));
      const astray = found.filter(({ pointer }) => {
        const parent = pointer.slice(0, pointer.lastIndexOf("/"));
        return !pointers.has(pointer) && !pointers.has(parent);
      });
      expect(astray).toEqual([]);
    }),
    runs,
  );
  expect(linted).toBeGreaterThan(10);
});
