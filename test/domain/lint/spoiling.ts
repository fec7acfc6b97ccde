import fc from "fast-check";
import { placesIn } from "../../../api/domain/lint/tree.ts";
import { documentOf, edited, gone, programmeIds } from "../language/documents.ts";

const documents = programmeIds.map((id) => {
  const document = documentOf(id);
  const places = placesIn(document).filter(({ pointer }) => pointer !== "");
  return { document, places };
});

const change = fc.tuple(fc.nat(), fc.nat(), fc.boolean());

/** A county's document with some values removed, or replaced by other values of their type from the same document. */
export const spoiltDocument: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(...documents), fc.array(change, { minLength: 1, maxLength: 3 }))
  .map(([{ document, places }, changes]) =>
    changes.reduce((spoiling: unknown, [target, source, remove]) => {
      const place = places[target % places.length];
      const like = places.filter(({ value }) => typeof value === typeof place?.value);
      const value = remove ? gone : like[source % like.length]?.value;
      return place && holds(spoiling, place.pointer)
        ? edited(spoiling, { [place.pointer]: value })
        : spoiling;
    }, document),
  );

/** Whether an earlier change has not taken the place away. */
export function holds(document: unknown, pointer: string): boolean {
  return placesIn(document).some((place) => place.pointer === pointer);
}
