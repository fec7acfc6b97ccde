import { expect, test } from "vitest";
import { counters } from "./ballots.ts";
import { publish, tallyCounters } from "./counting.ts";
import { result304, resultGet } from "./results.ts";

const moment = 0.05;
const small = [tallyCounters(2000), publish(500)];

/** Of those that send ballots one: the others differ from it in a server or its environment. */
test.each([...small, resultGet, result304, counters])(
  "the bench $name opens and measures both of its sides",
  async ({ open }) => {
    const sides = await open();
    try {
      for (const figure of [await sides.baseline(moment), await sides.subject(moment)]) {
        expect(figure).toBeGreaterThan(0);
        expect(figure).toBeLessThan(Number.POSITIVE_INFINITY);
      }
    } finally {
      await sides.close();
    }
  },
  60_000,
);
