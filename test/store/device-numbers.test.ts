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
