import fc from "fast-check";
import { expect, test } from "vitest";
import { placesIn } from "../../../api/domain/lint/tree.ts";
import { lintDocument } from "../../../api/domain/lint.ts";
import { readProgramme } from "../../../schema/programme.ts";
import { documentOf, edited, gone, programmeIds } from "../language/documents.ts";

const runs = { numRuns: 150, seed: 20201122 };

test("no JSON value makes the linter throw", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(lintDocument(value, readProgramme).length).toBeGreaterThan(0);
    }),
    runs,
  );
});

const documents = programmeIds.map((id) => {
  const document = documentOf(id);
  const places = placesIn(document).filter(({ pointer }) => pointer !== "");
  return { document, places };
});

/** A county's document with some values removed, or replaced by other values of the same document. */
const spoilt = fc
  .tuple(
    fc.constantFrom(...documents),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 3 }),
  )
  .map(([{ document, places }, changes]) =>
    changes.reduce((spoiling: unknown, [target, source, remove]) => {
      const place = places[target % places.length];
      const like = places.filter(({ value }) => typeof value === typeof place?.value);
      const value = remove ? gone : like[source % like.length]?.value;
      return place && exists(spoiling, place.pointer)
        ? edited(spoiling, { [place.pointer]: value })
        : spoiling;
    }, document),
  );

function exists(document: unknown, pointer: string): boolean {
  return placesIn(document).some((place) => place.pointer === pointer);
}

test("a spoilt document is either refused by its shape or linted, and every finding points into it", () => {
  let linted = 0;
  fc.assert(
    fc.property(spoilt, (document) => {
      const reading = readProgramme(document);
      const found = lintDocument(document, readProgramme);
      if ("findings" in reading) {
        expect(found.every(({ code }) => code === "shape")).toBe(true);
        return;
      }
      linted += 1;
      const pointers = new Set(placesIn(reading.programme).map(({ pointer }) => pointer));
      for (const { pointer } of found) {
        const parent = pointer.slice(0, pointer.lastIndexOf("/"));
        expect([...pointers]).toContain(pointers.has(pointer) ? pointer : parent);
      }
    }),
    runs,
  );
  expect(linted).toBeGreaterThan(10);
});
