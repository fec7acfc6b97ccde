import { afterEach, beforeEach, expect, test } from "vitest";
import { seedCounty } from "../support/county.ts";
import { problemOf, read } from "../support/reading.ts";
import { listOf, Rows, UnitRow, Version } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const text = {
  validFrom: "2020-01-01",
  content: "一次办结。",
  procedure: "窗口受理。",
  timeLimit: "5 个工作日。",
  standard: "零差错。",
};

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  await seedCounty(api);
});
afterEach(() => api.close());

const promise = (change: object = {}) =>
  api.asOrganiser("POST", "/v1/units/unit-001/commitments", { ...text, ...change });
const versions = async () =>
  (await read(api.request("GET", "/v1/units/unit-001/commitments"), listOf(Version))).items;
const inForce = async () =>
  (await read(api.request("GET", "/v1/units/unit-001"), UnitRow)).commitment;

test("a commitment has versions, and the one in force is the latest that has begun", async () => {
  const first = await promise();
  expect([first.status, await first.json()]).toEqual([201, { ...text, version: 1 }]);
  const second = { validFrom: "2020-06-02", timeLimit: "3 个工作日。" };
  expect(await (await promise(second)).json()).toMatchObject({ version: 2 });
  expect(await inForce()).toEqual(text);
  api.clock.set("2020-06-02T00:00:00+08:00");
  expect(await inForce()).toEqual({ ...text, ...second });
  expect((await versions()).map(({ version }) => version)).toEqual([2, 1]);
});

test("a text that holds already makes no version; going back to an older text makes one", async () => {
  await promise();
  expect(await (await promise()).json()).toMatchObject({ version: 1 });
  await promise({ standard: "零超时。" });
  expect(await (await promise()).json()).toMatchObject({ version: 3 });
  expect(await inForce()).toEqual(text);
});

test("versions that are published at once have different numbers", async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map((days) => promise({ timeLimit: `${days} 天` })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
  expect((await versions()).map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
});

test("the parts of a commitment have at most 200 characters together", async () => {
  const rest = [text.procedure, text.timeLimit, text.standard].join("").length;
  expect((await promise({ content: "长".repeat(200 - rest) })).status).toBe(201);
  const refused = await problemOf(await promise({ content: "长".repeat(201 - rest) }));
  expect(refused).toMatchObject({ status: 422, errors: [{ code: "too_long_together" }] });
});

test("a service item put twice is one item, and a change replaces it", async () => {
  const put = (json: object) => api.asOrganiser("PUT", "/v1/units/unit-001/items/item-1", json);
  const item = { name: "教师资格认定", type: "行政许可", materials: ["身份证"] };
  await put(item);
  expect(await (await put(item)).json()).toEqual({ code: "item-1", ...item });
  await put({ name: "教师资格认定", type: "行政确认" });
  expect((await read(api.request("GET", "/v1/units/unit-001"), UnitRow)).items).toEqual([
    { code: "item-1", name: "教师资格认定", type: "行政确认" },
  ]);
});

const counts = (items: object[]) => api.asOrganiser("PUT", "/v1/visit-counts", { items });
const visits = async (from: string, to: string) =>
  (await read(api.request("GET", `/v1/units/unit-001/visit-counts?from=${from}&to=${to}`), Rows))
    .items;

test("visits are listed by day, both ends of the window included; a later report replaces an earlier", async () => {
  const day = (on: string, number: number) => ({ unit: "unit-001", on, visits: number });
  await counts([day("2020-06-03", 5), day("2020-06-01", 87), day("2020-06-02", 0)]);
  const stored = await counts([day("2020-06-01", 90), day("2020-06-01", 91)]);
  expect(await stored.json()).toEqual({ stored: 2 });
  expect(await visits("2020-06-01", "2020-06-02")).toEqual([
    { on: "2020-06-01", visits: 91 },
    { on: "2020-06-02", visits: 0 },
  ]);
  expect(await visits("2020-06-04", "2020-06-30")).toEqual([]);
});

test("ten thousand counts go in at once, and one of an unknown unit keeps all of them out", async () => {
  const items = Array.from({ length: 10_000 }, (_, index) => ({
    unit: "unit-002",
    on: new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10),
    visits: index,
  }));
  const refused = await problemOf(await counts([...items.slice(1), { ...items[0], unit: "none" }]));
  expect(refused).toMatchObject({
    status: 404,
    code: "unknown_unit",
    errors: [{ pointer: "/items/9999/unit" }],
  });
  expect(await visits("2000-01-01", "2010-01-01")).toEqual([]);
  expect(await (await counts(items)).json()).toEqual({ stored: 10_000 });
});

test.each([
  ["from=2020-06-02&to=2020-06-01", "dates_reversed"],
  ["from=1990-01-01&to=2020-06-01", "too_long"],
  ["from=2020-02-30&to=2020-06-01", "no_such_date"],
  ["from=2020-06-01", "missing"],
])("a window of visits is refused for %s: %s", async (query, code) => {
  const refused = await api.request("GET", `/v1/units/unit-001/visit-counts?${query}`);
  expect(await problemOf(refused)).toMatchObject({
    status: 400,
    code: "invalid_parameter",
    errors: [{ code }],
  });
});

test.each([
  ["GET", "/v1/units/none"],
  ["GET", "/v1/units/none/commitments"],
  ["GET", "/v1/units/none/visit-counts?from=2020-06-01&to=2020-06-02"],
  ["POST", "/v1/units/none/commitments", text],
  ["PUT", "/v1/units/none/items/item-1", { name: "x", type: "y" }],
])("%s %s says that there is no such unit", async (method, path, json?: object) => {
  const refused = await api.asOrganiser(method, path, json);
  expect([refused.status, (await problemOf(refused)).code]).toEqual([404, "unknown_unit"]);
});

test("the words of a refusal come in the reader's language", async () => {
  const refused = await api.request(
    "GET",
    "/v1/units/unit-001/visit-counts?from=2020-06-02&to=2020-06-01",
    {
      headers: { "accept-language": "zh-CN" },
    },
  );
  expect((await problemOf(refused)).errors?.[0]?.detail).toBe("最后一天早于第一天");
});
