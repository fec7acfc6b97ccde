import { expect, test } from "vitest";
import { lint } from "../../../api/domain/lint.ts";
import { type Programme, readProgramme } from "../../../schema/programme.ts";
import { documentOf, edited } from "../language/documents.ts";

/** As many as a list may hold. */
const many = 1000;

function times<Item>(make: (index: number) => Item, count = many): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const label = { zh: "某", en: "x" };

function hostile(edits: Readonly<Record<string, unknown>>): Programme {
  const reading = readProgramme(edited(documentOf("haifeng-ten-thousand"), edits));
  if ("findings" in reading) throw new Error(JSON.stringify(reading.findings[0]));
  return reading.programme;
}

const groups = times((index) => ({ id: `g${index}`, label, channels: ["paper"] }));
const mean = { kind: "sheet-mean", label, points: 1, stream: "sheets", weights: "literal" };
const award = { kind: "take", label, end: "worst", places: { from: 1, to: 1 } };

/** Documents in which everything is wrong with everything else; pairs must not multiply. */
const documents: Readonly<Record<string, Programme>> = {
  "streams that all overlap": hostile({
    "/streams": times((index) => ({
      id: `s${index}`,
      label,
      instrument: "sheet",
      groups: ["public"],
    })),
  }),
  "weights that are all missing": hostile({
    "/groups": groups,
    "/streams/0/groups": groups.map(({ id }) => id),
    "/components": times((index) => ({ ...mean, id: `c${index}` })),
  }),
  "awards in one great circle": hostile({
    "/awards": times((index) => ({
      ...award,
      id: `a${index}`,
      from: { of: "award", award: `a${(index + 1) % many}` },
    })),
  }),
  "notes about nothing in a long list": hostile({
    "/pools": times((index) => ({ id: `p${index}`, label })),
    "/notes": times((index) => ({ about: `pools/q${index}`, ...label })),
  }),
  "periods that all overlap": hostile({
    "/components/1": {
      kind: "deduction-sheet",
      id: "sheet",
      label,
      points: 10,
      ledger: "leading-group-points",
      parts: [
        {
          id: "part",
          label,
          full: 10,
          entries: ["one"],
          periods: times((index) => ({
            id: `q${index}`,
            window: { from: "2013-01-01", to: "2013-12-31" },
          })),
        },
      ],
    },
  }),
};

test.each(Object.keys(documents))("%s: the findings do not multiply", (name) => {
  const programme = documents[name];
  const found = programme ? lint(programme) : [];
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(8 * many);
});
