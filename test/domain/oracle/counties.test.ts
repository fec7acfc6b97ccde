import { expect, test } from "vitest";
import { closedListHash, draw, drawSeed } from "../../../api/domain/draw.ts";
import { expectAgreement, patience, runs } from "./agreement.ts";
import { comparisons } from "./comparisons.ts";
import { document } from "./engine.ts";
import { luck } from "./random/luck.ts";

test.each([
  ["dianjiang", runs],
  ["haifeng", runs],
  ["neixiang", runs],
  ["yanshan", runs],
  ["pingyang", runs],
  ["pingyangYears", Math.ceil(runs / 8)],
  ["pingyangAsPrinted", Math.ceil(runs / 400)],
] as const)(
  "the engine and the oracle say the same about every random county: %s",
  (county, seeds) => {
    const { document: id, make, differences } = comparisons[county];
    const programme = document(id);
    expectAgreement(seeds, make, (trial, seed) => differences(programme, trial, seed));
  },
  patience,
);

test("a draw does not depend on the order of the list, and every ballot is drawn about as often", () => {
  const ids = Array.from({ length: 12 }, (_, index) => `b${index}`);
  const drawnFrom = (list: readonly string[], value: string) =>
    draw(drawSeed(value, closedListHash(list), "oracle"), list, 5).drawn;
  expect(drawnFrom(luck(1).some(ids, ids.length), "lottery")).toEqual(drawnFrom(ids, "lottery"));
  const times = new Map(ids.map((id) => [id, 0]));
  for (let value = 0; value < 2400; value += 1) {
    for (const id of drawnFrom(ids, `lottery ${value}`)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  // A thousand each is expected; four standard deviations are about a hundred.
  for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(100);
});
