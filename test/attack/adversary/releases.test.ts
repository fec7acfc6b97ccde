import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { castRatings, inUrn, openJune, publishJune } from "../../support/june.ts";
import { read } from "../../support/reading.ts";
import { listOf, RoundFigures, UnitFigures } from "../../support/shapes.ts";
import { createTestApp, type TestApp } from "../../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

const Cell = z.looseObject({
  unit: z.string(),
  group: z.string(),
  question: z.string(),
  answer: z.string(),
  count: z.looseObject({ value: z.number() }),
});
type Cell = z.infer<typeof Cell>;

async function tallies(release: number): Promise<Cell[]> {
  const { items } = await read(
    api.request("GET", `/v1/rounds/june/results/tallies?release=${release}&limit=200`),
    listOf(Cell),
  );
  return items;
}

/** The levels of a unit in a release; nothing where they are not shown. */
async function levels(release: number, unit: string): Promise<Record<string, number> | undefined> {
  const cells = (await tallies(release)).filter(
    (cell) => cell.unit === unit && cell.question === "level",
  );
  if (cells.length === 0) return undefined;
  return Object.fromEntries(cells.map(({ answer, count }) => [answer, count.value]));
}

const setApart = (unit: string, level: string, count: number) =>
  inUrn(
    api,
    `UPDATE ballot SET state = 'quarantined' WHERE serial IN (
      SELECT serial FROM ballot WHERE answers LIKE ? AND answers LIKE ? ORDER BY serial LIMIT ?)`,
    `%"${unit}"%`,
    `%"${level}"%`,
    count,
  );

const correct = () =>
  read(
    api.asOrganiser("POST", "/v1/rounds/june/publish", {
      correction: { role: "committee", reason: "An appeal." },
    }),
  );

test("one release less the next never leaves the choices of one to nine ballots", async () => {
  await castRatings(await openJune(api), {
    "unit-001": { satisfied: 30, "very-dissatisfied": 4 },
    "unit-002": { satisfied: 20, dissatisfied: 15 },
    "unit-003": { satisfied: 12 },
  });
  await publishJune(api);
  await setApart("unit-001", "very-dissatisfied", 1);
  await setApart("unit-002", "dissatisfied", 10);
  await correct();
  expect(await levels(1, "unit-001")).toEqual({ satisfied: 30, "very-dissatisfied": 4 });
  expect(await levels(2, "unit-001")).toBeUndefined();
  const { n, statistics } = await read(
    api.request("GET", "/v1/rounds/june/results/units/unit-001?release=2"),
    UnitFigures,
  );
  expect(n.status).toBe("insufficient");
  expect(statistics.every(({ figure }) => !("value" in figure))).toBe(true);
  const page = await (await api.app.request("/rounds/june/units/unit-001?lang=en")).text();
  expect(page).toContain("or the correction changed fewer than 10");
  expect(page).not.toContain("it is not ranked");
  // Ten that left together hide each other, and who did not change is shown as before.
  expect(await levels(2, "unit-002")).toEqual({ satisfied: 20, dissatisfied: 5 });
  expect(await levels(2, "unit-003")).toEqual({ satisfied: 12 });
});

test("a release is held against every earlier one, not only against the last", async () => {
  await castRatings(await openJune(api), {
    "unit-001": { satisfied: 30, "very-dissatisfied": 14 },
    "unit-002": { satisfied: 20 },
  });
  await publishJune(api);
  await setApart("unit-001", "satisfied", 10);
  await correct();
  expect(await levels(2, "unit-001")).toEqual({ satisfied: 20, "very-dissatisfied": 14 });
  // Nine come back and none leaves: against the last release they are nine, against the first one.
  await inUrn(
    api,
    `UPDATE ballot SET state = 'counted' WHERE serial IN (
      SELECT serial FROM ballot WHERE state = 'quarantined' ORDER BY serial LIMIT 9)`,
  );
  await correct();
  expect(await levels(3, "unit-001")).toBeUndefined();
});

test("the round's own totals do not give the changed ballots away either", async () => {
  await castRatings(await openJune(api), {
    "unit-001": { satisfied: 30, "very-dissatisfied": 4 },
    "unit-002": { satisfied: 20 },
  });
  await publishJune(api);
  await setApart("unit-001", "very-dissatisfied", 1);
  await correct();
  const { ballotsShown } = await read(
    api.request("GET", "/v1/rounds/june/results?release=2"),
    RoundFigures,
  );
  expect(ballotsShown).toBe(20);
});
