import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { HistoryRow } from "../../schema/contract/result-shapes.ts";
import { castRatings, openJune, publishJune } from "../support/june.ts";
import { pages, problemOf, read } from "../support/reading.ts";
import { listOf } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const results = "/v1/rounds/june/results";
const Rows = z.array(z.record(z.string(), z.string()));
let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const device = await openJune(api);
  await castRatings(device, {
    "unit-001": { "very-satisfied": 6, satisfied: 4, dissatisfied: 2 },
    "unit-002": { satisfied: 20 },
    "unit-003": { satisfied: 2 },
  });
  await publishJune(api);
});
afterAll(() => api.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  api.request("GET", path, { headers });

test.each(["", "/units", "/units/unit-001", "/tallies", "/units.csv", "/units.ndjson"])(
  "%s is served with its hash, and not again to a reader who holds it",
  async (path) => {
    const first = await get(results + path);
    expect(first.headers.get("cache-control")).toBe("public, max-age=60");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    for (const held of [etag, `W/${etag}`, `"old", ${etag}`, `"old",W/${etag}`, "*"]) {
      const again = await get(results + path, { "if-none-match": held });
      expect(again.status).toBe(304);
      expect(again.headers.get("etag")).toBe(etag);
      expect(await again.text()).toBe("");
    }
    const changed = await get(results + path, { "if-none-match": '"old", W/"older"' });
    expect(changed.status).toBe(200);
  },
);

test("an address that names its release may be kept for ever", async () => {
  for (const path of ["", "/units", "/units/unit-001", "/tallies", "/tallies.csv"]) {
    const pinned = await get(`${results}${path}?release=1`);
    expect(pinned.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  }
  const badge = await get("/v1/rounds/june/badges/unit-001?release=1&theme=dark");
  expect(badge.headers.get("cache-control")).toContain("immutable");
});

test.each([
  ["/v1/rounds/july/results", "unknown_round"],
  [`${results}?release=2`, "unknown_release"],
  [`${results}?release=0`, "invalid_parameter"],
  [`${results}/units/unit-999`, "unknown_unit"],
  [`${results}/units/unit-900`, "unknown_unit"],
  [`${results}/units?cursor=bm9uc2Vuc2U`, "invalid_cursor"],
  [`${results}/tallies?cursor=MSBub25zZW5zZQ`, "invalid_cursor"],
  [`${results}/tallies?unit=unit-999`, "unknown_unit"],
  [`${results}/units.xml`, "invalid_parameter"],
  ["/v1/rounds/june/badges/unit-999", "unknown_unit"],
  ["/v1/rounds/june/badges/unit-001?theme=pink", "invalid_parameter"],
  ["/v1/units/unit-999/history", "unknown_unit"],
])("%s is refused as %s", async (path, code) => {
  expect((await problemOf(await get(path))).code).toBe(code);
});

test("pages of units follow one another without gap or repetition, each as it stands alone", async () => {
  const rows = await pages(api, `${results}/units?limit=1`);
  const alone = await Promise.all(
    ["unit-001", "unit-002", "unit-003"].map((id) => read(get(`${results}/units/${id}`))),
  );
  expect(rows).toEqual(alone);
  const lines = (await (await get(`${results}/units.ndjson`)).text()).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(alone);
});

test("pages of counters follow one another, whatever their size, and are those of the file", async () => {
  const text = await (await get(`${results}/tallies.ndjson`)).text();
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(3);
  for (const limit of [1, 2, 3, 100]) {
    expect(await pages(api, `${results}/tallies?limit=${limit}`)).toEqual(lines);
  }
  const one = await pages(api, `${results}/tallies?unit=unit-001&limit=2`);
  expect(one).toEqual(lines.filter(({ unit }) => unit === "unit-001"));
  expect(await pages(api, `${results}/tallies?unit=unit-003`)).toEqual([]);
});

test("the table of units has the figures of the results, a row a unit, and no value where none is shown", async () => {
  const text = await (await get(`${results}/units.csv`)).text();
  const rows = Rows.parse(parse(text, { columns: true }));
  expect(rows.map(({ unit }) => unit)).toEqual(["unit-001", "unit-002", "unit-003"]);
  expect(rows[0]).toMatchObject({
    n: "12",
    "n.status": "shown",
    "statistic.window-satisfaction": "0.8333",
    "count.window-levels.satisfied": "4",
  });
  expect(rows[2]).toMatchObject({
    n: "",
    "n.status": "insufficient:fewer_than_threshold",
    "statistic.window-satisfaction": "",
    "count.window-levels.satisfied": "",
  });
  expect(text.endsWith("\r\n")).toBe(true);
});

test("the table for Excel is marked as UTF-8", async () => {
  const bytes = new Uint8Array(await (await get(`${results}/units.excel.csv`)).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test("a unit's history has its published rounds, of one programme if asked", async () => {
  const { items } = await read(get("/v1/units/unit-001/history"), listOf(HistoryRow));
  expect(items).toMatchObject([
    { round: "june", programme: "neixiang-per-visit", n: { status: "shown", value: 12 } },
  ]);
  expect(await read(get("/v1/units/unit-001/history?programme=other"))).toEqual({ items: [] });
  const hidden = await read(get("/v1/units/unit-003/history"), listOf(HistoryRow));
  expect(hidden.items[0]?.n.status).toBe("insufficient");
});

test("a badge says in words what it shows, in the language asked for", async () => {
  const badge = async (query: string, unit = "unit-001") =>
    (await get(`/v1/rounds/june/badges/${unit}?${query}`)).text();
  const english = await badge("lang=en&theme=light");
  expect(english).toMatch(/<title[^>]*>窗口 unit-001: Satisfaction at windows 83\.3%<\/title>/);
  expect(english).toContain("12 ballots counted");
  expect(await badge("lang=zh")).toContain("计入评价 12 份");
  expect(await badge("theme=auto")).toContain("prefers-color-scheme:dark");
  const hidden = await badge("lang=en", "unit-003");
  expect(hidden).toContain("Fewer than 10 ballots");
  expect(hidden).not.toContain("%");
});

test("a badge is small, needs nothing from outside and runs nothing", async () => {
  const response = await get("/v1/rounds/june/badges/unit-001");
  const svg = await response.text();
  expect(svg.length).toBeLessThan(2500);
  expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|<script|url\(/);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});
