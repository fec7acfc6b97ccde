import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RoundInputs } from "../../schema/contract/explanations.ts";
import { downloadRelease, type Verification, verify } from "../../sdk/verify/index.ts";
import { publishHaifeng } from "../support/haifeng.ts";
import { castRatings, openJune, publishJune } from "../support/june.ts";
import {
  closePast,
  entry,
  nomination,
  openPast,
  pingyang,
  post,
  report,
  reported,
  yanshan,
} from "../support/past.ts";
import { read } from "../support/reading.ts";
import { UnitFigures } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

/** Verifies over HTTP; `change` is somebody on the way, who forges the hash with the bytes. */
const check = async (round: string, change = (text: string, _path: string) => text) =>
  verify(
    await downloadRelease({
      baseUrl: "http://localhost",
      round,
      fetch: async (address) => {
        const { pathname, search } = new URL(address);
        const response = await api.request("GET", pathname + search);
        const text = change(await response.text(), pathname);
        const headers = new Headers(response.headers);
        headers.set("etag", `"${createHash("sha256").update(text).digest("hex")}"`);
        return new Response(text, { status: response.status, headers });
      },
    }),
  );
const verdicts = ({ units }: Verification) =>
  Object.fromEntries(units.map(({ unit, verdict }) => [unit, verdict]));

test("the per-visit programme: every shown unit is recomputed, the hidden one is withheld", async () => {
  const device = await openJune(api);
  await castRatings(device, {
    "unit-001": { "very-satisfied": 6, satisfied: 4, dissatisfied: 2 },
    "unit-002": { satisfied: 20 },
    "unit-003": { satisfied: 2 },
  });
  const items = [{ unit: "unit-001", on: "2020-06-03", visits: 40 }];
  await read(api.asOrganiser("PUT", "/v1/visit-counts", { items }));
  await publishJune(api);
  const verified = await check("june");
  const figureOf = (unit: string, name: string) =>
    verified.units.find((one) => one.unit === unit)?.checks.find(({ figure }) => figure === name)
      ?.verdict;
  expect(["unit-001", "unit-002", "unit-003"].map((unit) => figureOf(unit, "n"))).toEqual([
    "identical",
    "identical",
    "withheld",
  ]);
  expect(verified.counts.different).toBe(0);
});

test("weighted sheets: totals are recomputed; where a group is too small the score is withheld", async () => {
  await publishHaifeng(api);
  const third = await read(api.request("GET", "/v1/rounds/past/results/units/unit-3"), UnitFigures);
  expect(third.components[0]?.figure).toEqual({ status: "withheld", reason: "small_group" });
  expect(third.total?.status).toBe("withheld");
  const verified = await check("past");
  expect(verified.counts.different).toBe(0);
  const first = verified.units.find(({ unit }) => unit === "unit-1");
  expect(first).toMatchObject({ verdict: "identical" });
  const total = first?.checks.find(({ figure }) => figure === "total");
  expect(total).toMatchObject({ verdict: "identical" });
});

test("ledgers: facts are recomputed from, and where a fact could tell of a person, from their sum", async () => {
  await openPast(api, pingyang);
  const levels = [
    ["unit-1", "2020-05-05", 40, 8, 2],
    ["unit-1", "2020-09-05", 30, 8, 2],
    ["unit-2", "2020-05-05", 10, 5, 5],
    ["unit-2", "2020-09-05", 25, 3, 2],
    ["unit-3", "2020-05-05", 25, 3, 2],
    ["unit-3", "2020-09-05", 25, 3, 2],
    ["unit-4", "2020-05-05", 1, 2, 1],
  ] as const;
  const names = ["satisfied", "basically", "dissatisfied"];
  const ballots = levels.flatMap(([unit, on, ...counts]) =>
    counts.flatMap((count, index) =>
      Array.from({ length: count }, () =>
        reported({
          instrument: "satisfaction",
          group: "service-objects",
          channel: "phone",
          on,
          answers: { kind: "levels", unit, level: names[index] },
        }),
      ),
    ),
  );
  await report(api, ballots);
  await read(
    post(api, "/ledgers/complaints/entries", {
      entries: [entry("a"), entry("b", { modifiers: ["co-handler"] }), entry("c")],
    }),
  );
  await read(
    post(api, "/ledgers/inspection/entries", {
      entries: [
        entry("d", { entry: "county-finding", modifiers: ["serious"] }),
        entry("e", { entry: "city-finding", points: 2, unit: "unit-2" }),
        entry("f", { entry: "case-head", points: 20, unit: "unit-3" }),
      ],
    }),
  );
  const cancelled = { id: "c-void", role: "Appraisal office", reason: "Recorded twice." };
  await read(post(api, "/ledgers/complaints/entries/c/counter-entry", cancelled));
  await closePast(api);
  await read(post(api, "/publish"));

  const inputs = await read(api.request("GET", "/v1/rounds/past/results/inputs"), RoundInputs);
  expect(JSON.stringify(inputs)).not.toMatch(/reason|evidence|role|case-head/);
  expect(inputs.totals).toContainEqual(
    expect.objectContaining({ ledger: "inspection", unit: "unit-3", entries: 1, points: 20 }),
  );
  const verified = await check("past");
  expect(verified.counts.different).toBe(0);
  expect(verdicts(verified)["unit-1"]).toBe("identical");
  const first = await read(api.request("GET", "/v1/rounds/past/results/units/unit-1"), UnitFigures);
  const inspection = first.components.find(({ id }) => id === "inspections");
  expect(inspection?.figure).toEqual({ status: "shown", value: 18 });
});

test("nominations: votes of every stream are recomputed from the counters", async () => {
  await openPast(api, yanshan);
  const paper = { group: "leaders", channel: "paper" };
  await report(api, [
    ...Array.from({ length: 12 }, () => nomination(["unit-1", "unit-2"], paper)),
    ...Array.from({ length: 15 }, () => nomination(["unit-3"])),
  ]);
  await closePast(api);
  const draw = { stream: "sampled", publicValue: "03 09 11", role: "Supervision office" };
  await read(post(api, "/draws", draw));
  await read(post(api, "/publish"));
  const verified = await check("past");
  expect(verified.counts.different).toBe(0);
  expect(new Set(Object.values(verdicts(verified)))).toEqual(new Set(["identical"]));
});

test("a published figure, or a counter, that was changed on the way is found", async () => {
  await publishHaifeng(api);
  const figure = await check("past", (text, path) =>
    path.endsWith("units.ndjson")
      ? text.replace(/("total":\{"status":"shown","value":)\d+/, "$199")
      : text,
  );
  expect(verdicts(figure)["unit-1"]).toBe("different");
  const counter = await check("past", (text, path) =>
    path.endsWith("tallies.ndjson")
      ? text.replace(/("question":"total".*?"count":\{"status":"shown","value":)10/, "$111")
      : text,
  );
  expect(counter.counts.different).toBeGreaterThan(0);
});
