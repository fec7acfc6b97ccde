import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  mergeRanges,
  type NumberRange,
  openDeviceNumbers,
} from "../../api/store/device-numbers.ts";
import { openEmbeddedStore } from "../../api/store/open-embedded.ts";

const folder = mkdtempSync(join(tmpdir(), "wanping-numbers-"));
const client = createClient({ url: `file:${join(folder, "registry.db")}`, concurrency: 1 });
const registry = drizzle(client, { casing: "snake_case" });
beforeAll(async () => {
  await (await openEmbeddedStore(folder)).close();
});
afterAll(() => {
  client.close();
  rmSync(folder, { recursive: true, force: true });
});

const range = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 8 }))
  .map(([first, length]): NumberRange => ({ first, last: first + length }));

function numbersIn(ranges: readonly NumberRange[]): number[] {
  const numbers = ranges.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
}

test("merged ranges hold the same numbers, in order and apart", () => {
  fc.assert(
    fc.property(fc.array(range), (ranges) => {
      const merged = mergeRanges(ranges);
      expect(numbersIn(merged)).toEqual(numbersIn(ranges));
      merged.slice(1).forEach((next, index) => {
        expect(next.first).toBeGreaterThan((merged[index]?.last ?? 0) + 1);
      });
    }),
  );
});

test("ranges stored in any order, twice or overlapping, are the same numbers in the fewest rows", async () => {
  const numbers = openDeviceNumbers(registry, { flushAfter: 0 });
  let device = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(range, { minLength: 1 }), { maxLength: 5 }),
      async (batches) => {
        device += 1;
        const id = `device-${device}`;
        for (const batch of batches) await numbers.add(id, batch);
        const { rows } = await client.execute({
          sql: `SELECT "first", "last" FROM device_numbers WHERE device = ? ORDER BY "first"`,
          args: [id],
        });
        expect(rows.map((row) => ({ ...row }))).toEqual(mergeRanges(batches.flat()));
      },
    ),
    { numRuns: 40 },
  );
});

test("numbers that wait to be written are seen at once, and written at the latest on closing", async () => {
  const numbers = openDeviceNumbers(registry, { flushAfter: 60_000 });
  await numbers.add("waiting", [{ first: 3, last: 4 }]);
  expect((await numbers.of(["waiting"])).get("waiting")).toEqual([{ first: 3, last: 4 }]);
  await numbers.close();
  const after = openDeviceNumbers(registry, { flushAfter: 0 });
  expect((await after.of(["waiting"])).get("waiting")).toEqual([{ first: 3, last: 4 }]);
});

test("of a device that skips a number each time the first ranges are read, however many there are, with no gap that is none", async () => {
  const numbers = openDeviceNumbers(registry, { flushAfter: 60_000 });
  await client.execute(`INSERT INTO device_numbers
    SELECT 'skipping', value * 2, value * 2 FROM (WITH RECURSIVE counter(value) AS
      (SELECT 1 UNION ALL SELECT value + 1 FROM counter WHERE value < 20000) SELECT value FROM counter)`);
  await numbers.add("skipping", [
    { first: 3, last: 3 },
    { first: 90_000, last: 90_001 },
  ]);
  const ranges = (await numbers.of(["skipping", "unknown"])).get("skipping") ?? [];
  expect(ranges[0]).toEqual({ first: 2, last: 4 });
  expect(ranges.length).toBeLessThan(1100);
  ranges.slice(1).forEach(({ first }, index) => {
    expect(first).toBe((ranges[index]?.last ?? 0) + 2);
  });
  await numbers.close();
});

test("a device that reports far more ranges than any queue has holds nobody up, and the fleet list is right meanwhile", async () => {
  const numbers = openDeviceNumbers(registry, { flushAfter: 60_000 });
  for (let beat = 0; beat < 20; beat += 1) {
    const fragments = Array.from({ length: 1000 }, (_, index) => beat * 2000 + index * 2 + 1);
    await numbers.add(
      "hostile",
      fragments.map((number) => ({ first: number, last: number })),
    );
  }
  await numbers.add("honest", [{ first: 1, last: 9 }]);
  let turns = 0;
  const others = setInterval(async () => {
    turns += 1;
    const known = await numbers.of(["honest"]);
    expect(known.get("honest")).toEqual([{ first: 1, last: 9 }]);
  }, 0);
  await numbers.close();
  clearInterval(others);
  expect(turns).toBeGreaterThan(10);
  const { rows } = await client.execute(
    "SELECT count(*) AS ranges FROM device_numbers WHERE device = 'hostile'",
  );
  expect(rows[0]?.ranges).toBe(2000);
});
