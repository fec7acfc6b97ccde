import { afterEach, beforeEach, expect, test } from "vitest";
import { castRatings, openJune, publishJune } from "../../support/june.ts";
import { read } from "../../support/reading.ts";
import { RoundFigures, RoundRow } from "../../support/shapes.ts";
import { createTestApp, type TestApp } from "../../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

/** All that an observer can say of the ballots of the only unit that is not shown. */
async function boundsOfHidden(): Promise<{ least: number; most: number }> {
  const { ballotsShown } = await read(api.request("GET", "/v1/rounds/june/results"), RoundFigures);
  const { ballotsAtLeast } = await read(api.request("GET", "/v1/rounds/june"), RoundRow);
  return {
    least: Math.max(0, ballotsAtLeast - ballotsShown),
    most: Math.min(9, ballotsAtLeast + 9 - ballotsShown),
  };
}

test.each([
  { shown: 21, hidden: 9 },
  { shown: 11, hidden: 9 },
  { shown: 19, hidden: 1 },
])(
  "participation less what is shown ($shown) does not count a hidden unit's ballots ($hidden)",
  async ({ shown, hidden }) => {
    const device = await openJune(api);
    await castRatings(device, {
      "unit-001": { satisfied: shown },
      "unit-002": { satisfied: hidden },
    });
    const { ballotsAtLeast } = await read(api.request("GET", "/v1/rounds/june"), RoundRow);
    expect(ballotsAtLeast).toBe(Math.floor(shown / 10) * 10);
    await publishJune(api);
    expect((await boundsOfHidden()).least).toBe(0);
  },
);
