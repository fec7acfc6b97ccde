import { afterEach, beforeEach, expect, test } from "vitest";
import { pages, problemOf, read } from "../support/reading.ts";
import { Rows, UnitRow } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const commitment = {
  validFrom: "2020-01-01",
  content: "一次办结。",
  procedure: "窗口受理。",
  timeLimit: "5 个工作日。",
  standard: "零差错。",
};
const agencies = Array.from({ length: 40 }, (_, index) => ({
  id: `agency-${index}`,
  name: `部门 ${index}`,
}));
const units = Array.from({ length: 274 }, (_, index) => ({
  id: `unit-${String(index).padStart(3, "0")}`,
  validFrom: "2020-01-01",
  agency: `agency-${index % 40}`,
  name: `科室 ${index}`,
  pool: "approval",
  commitment,
  items: [1, 2].map((item) => ({ code: `item-${item}`, name: `事项 ${item}`, type: "行政许可" })),
}));
const county = { agencies, units };

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

const send = (json: unknown) => api.asOrganiser("POST", "/v1/imports/units", json);
const listed = () => pages(api, "/v1/units?limit=1000");

test("a county of 274 units arrives whole, with its commitments and items", async () => {
  const imported = await send(county);
  expect(await imported.json()).toEqual({ agencies: 40, units: 274, commitments: 274, items: 548 });
  expect(await listed()).toHaveLength(274);
  expect(await read(api.request("GET", "/v1/units/unit-273"))).toMatchObject({
    name: "科室 273",
    agency: "agency-33",
    commitment,
    items: units[273]?.items,
  });
});

test("the same import again changes nothing: no second version of a commitment, no second item", async () => {
  await send(county);
  const before = await read(api.request("GET", "/v1/units/unit-007"));
  expect((await send(county)).status).toBe(200);
  expect(await read(api.request("GET", "/v1/units/unit-007"))).toEqual(before);
  const versions = await read(api.request("GET", "/v1/units/unit-007/commitments"), Rows);
  expect(versions.items).toHaveLength(1);
});

test("an import adds to what is there and mends it, without touching the rest", async () => {
  await send(county);
  await send({ units: [{ ...units[0], name: "新名", commitment: undefined, items: [] }] });
  const unit = await read(api.request("GET", "/v1/units/unit-000"));
  expect(unit).toMatchObject({ name: "新名", commitment, items: units[0]?.items });
  expect(await listed()).toHaveLength(274);
});

test.each([
  [
    "an unknown agency",
    { units: [units[0], { ...units[1], agency: "agency-none" }], agencies },
    { status: 404, code: "unknown_agency", errors: [{ pointer: "/units/1/agency" }] },
  ],
  [
    "an unknown predecessor",
    { agencies, units: [{ ...units[0], predecessor: "unit-none" }] },
    { status: 404, code: "unknown_unit", errors: [{ pointer: "/units/0/predecessor" }] },
  ],
  [
    "a unit twice",
    { agencies, units: [units[0], units[1], units[0]] },
    { status: 422, errors: [{ pointer: "/units/2/id", code: "repeated" }] },
  ],
  [
    "an agency twice",
    { agencies: [agencies[0], agencies[0]] },
    { status: 422, errors: [{ pointer: "/agencies/1/id", code: "repeated" }] },
  ],
  [
    "an item twice in one unit",
    { agencies, units: [{ ...units[0], items: [units[0]?.items[0], units[0]?.items[0]] }] },
    { status: 422, errors: [{ pointer: "/units/0/items/1/code", code: "repeated" }] },
  ],
  [
    "a township missing",
    { agencies, units: [units[0], { ...units[1], managedBy: "dual" }] },
    { status: 422, errors: [{ pointer: "/units/1/township", code: "missing" }] },
  ],
  [
    "a commitment that is too long as a whole",
    {
      agencies,
      units: [{ ...units[0], commitment: { ...commitment, content: "长".repeat(190) } }],
    },
    { status: 422, errors: [{ pointer: "/units/0/commitment", code: "too_long_together" }] },
  ],
])("%s is refused with a pointer, and then nothing is stored", async (_, json, problem) => {
  expect(await problemOf(await send(json))).toMatchObject(problem);
  expect(await listed()).toEqual([]);
  expect(await pages(api, "/v1/agencies")).toEqual([]);
});

test("a unit may follow another of the same import", async () => {
  const followed = { ...units[0], closed: true };
  await send({ agencies, units: [{ ...units[1], predecessor: "unit-000" }, followed] });
  expect((await read(api.request("GET", "/v1/units/unit-000"), UnitRow)).successors).toEqual([
    "unit-001",
  ]);
});
