import fc from "fast-check";
import { expect, test } from "vitest";
import { Decimal, readProgramme } from "../../../schema/programme.ts";
import { documentOf, edited } from "./documents.ts";

const accepts = (value: number) => Decimal.safeParse(value).success;

test.each([0, -0, 0.3, 0.15, 4.5, 1.005, 72.1579, -2.5, 0.0001, 999999.9999, 1_000_000])(
  "%d is a decimal of at most four places",
  (value) => expect(accepts(value)).toBe(true),
);

test.each([0.1 + 0.2, 1.1 * 3, 0.00001, 1e-7, 1 / 3, 72.15789, 1_000_001, Number.NaN, Infinity])(
  "%d is refused, not rounded",
  (value) => expect(accepts(value)).toBe(false),
);

test("every number of four places is accepted as it is written, and none of five", () => {
  const written = fc.tuple(
    fc.integer({ min: -999_999, max: 999_999 }),
    fc.integer({ min: 0, max: 9_999 }),
  );
  fc.assert(
    fc.property(written, fc.integer({ min: 1, max: 9 }), ([whole, places], fifth) => {
      const text = `${whole}.${String(places).padStart(4, "0")}`;
      expect(accepts(Number(text))).toBe(true);
      expect(accepts(Number(`${text}${fifth}`))).toBe(false);
    }),
    { seed: 20201122 },
  );
});

test("a weight that came out of float arithmetic is a finding in both languages", () => {
  const document = edited(documentOf("haifeng-ten-thousand"), { "/groups/0/weight": 0.1 + 0.2 });
  expect(readProgramme(document)).toEqual({
    findings: [
      {
        severity: "error",
        code: "shape",
        pointer: "/groups/0/weight",
        message: { zh: "最多四位小数", en: "At most four decimal places." },
      },
    ],
  });
});
