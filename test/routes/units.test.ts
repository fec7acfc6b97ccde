import { afterAll, beforeAll, expect, test } from "vitest";
import { pages, problemOf, read } from "../support/reading.ts";
import { listOf, Rows, UnitName, UnitRow } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const form = { validFrom: "2020-01-01", agency: "agency-01", name: "行政审批科", pool: "approval" };

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await api.asOrganiser("PUT", "/v1/agencies/agency-01", { name: "县发改局" });
});
afterAll(() => api.close());

test("a unit put twice is one unit, and everybody reads what was put", async () => {
  for (const _ of [1, 2]) {
    const put = await api.asOrganiser("PUT", "/v1/units/unit-001", form);
    expect(put.status).toBe(200);
  }
  const unit = { ...form, id: "unit-001", system: "general", tags: [], managedBy: "agency" };
  expect(await read(api.request("GET", "/v1/units/unit-001"))).toEqual({
    ...unit,
    closed: false,
    successors: [],
    commitment: null,
    items: [],
  });
});

test("a new version of a unit's form holds from its first day in the county, and not a moment before", async () => {
  await api.asOrganiser("PUT", "/v1/units/unit-002", { ...form, name: "旧名" });
  await api.asOrganiser("PUT", "/v1/units/unit-002", {
    ...form,
    name: "新名",
    validFrom: "2020-07-01",
  });
  const nameAt = async (instant: string) => {
    api.clock.set(instant);
    return (await read(api.request("GET", "/v1/units/unit-002"), UnitRow)).name;
  };
  expect(await nameAt("2020-06-30T23:59:59.999+08:00")).toBe("旧名");
  expect(await nameAt("2020-07-01T00:00:00.000+08:00")).toBe("新名");
  const listed = await read(api.request("GET", "/v1/units?q=名"), listOf(UnitName));
  expect(listed.items.map(({ name }) => name)).toEqual(["新名"]);
});

test("a unit that begins later is not there yet", async () => {
  api.clock.set("2020-06-01T09:00:00+08:00");
  await api.asOrganiser("PUT", "/v1/units/unit-later", { ...form, validFrom: "2020-06-02" });
  const early = await api.request("GET", "/v1/units/unit-later");
  expect([early.status, (await problemOf(early)).code]).toEqual([404, "unknown_unit"]);
});

test("whoever names a predecessor becomes its successor, also where a unit is split", async () => {
  await api.asOrganiser("PUT", "/v1/units/unit-old", { ...form, closed: true });
  for (const id of ["unit-new-a", "unit-new-b"])
    await api.asOrganiser("PUT", `/v1/units/${id}`, { ...form, predecessor: "unit-old" });
  const old = await read(api.request("GET", "/v1/units/unit-old"), UnitRow);
  expect(old.successors).toEqual(["unit-new-a", "unit-new-b"]);
});

test("a unit of an unknown agency or predecessor is refused with a pointer, and not stored", async () => {
  const agency = await problemOf(
    await api.asOrganiser("PUT", "/v1/units/unit-x", { ...form, agency: "agency-99" }),
  );
  expect(agency).toMatchObject({
    status: 404,
    code: "unknown_agency",
    errors: [{ pointer: "/agency" }],
  });
  const predecessor = await problemOf(
    await api.asOrganiser("PUT", "/v1/units/unit-x", { ...form, predecessor: "unit-99" }),
  );
  expect(predecessor).toMatchObject({
    status: 404,
    code: "unknown_unit",
    errors: [{ pointer: "/predecessor" }],
  });
  expect((await api.request("GET", "/v1/units/unit-x")).status).toBe(404);
});

test.each(["township", "dual"])(
  "a unit managed as %s must name its township",
  async (managedBy) => {
    const refused = await api.asOrganiser("PUT", "/v1/units/unit-x", { ...form, managedBy });
    expect(await problemOf(refused)).toMatchObject({
      status: 422,
      errors: [{ pointer: "/township", code: "missing" }],
    });
  },
);

test("a search takes % and _ as they are, and finds a part of either name", async () => {
  await api.asOrganiser("PUT", "/v1/units/unit-q1", { ...form, name: "100%办结窗口" });
  await api.asOrganiser("PUT", "/v1/units/unit-q2", {
    ...form,
    name: "综合科",
    nameEn: "General_Affairs",
  });
  await api.asOrganiser("PUT", "/v1/units/unit-q3", { ...form, name: "反斜\\杠科" });
  const found = async (q: string) =>
    (await pages(api, `/v1/units?q=${encodeURIComponent(q)}`)).map(({ id }) => id);
  expect(await found("%")).toEqual(["unit-q1"]);
  expect(await found("l_a")).toEqual(["unit-q2"]);
  expect(await found("\\")).toEqual(["unit-q3"]);
  expect(await found("审批")).toContain("unit-001");
});

test("every filter given must match", async () => {
  await api.asOrganiser("PUT", "/v1/agencies/agency-02", { name: "县教育局" });
  await api.asOrganiser("PUT", "/v1/units/unit-f1", {
    ...form,
    agency: "agency-02",
    pool: "midlevel",
    place: "灵溪镇",
    managedBy: "dual",
    township: "lingxi",
  });
  await api.asOrganiser("PUT", "/v1/units/unit-f2", { ...form, agency: "agency-02" });
  const found = async (query: string) =>
    (await pages(api, `/v1/units?${query}`)).map(({ id }) => id);
  expect(await found("agency=agency-02")).toEqual(["unit-f1", "unit-f2"]);
  expect(await found("agency=agency-02&pool=midlevel")).toEqual(["unit-f1"]);
  expect(await found(`place=${encodeURIComponent("灵溪镇")}`)).toEqual(["unit-f1"]);
  expect(await found("township=lingxi")).toEqual(["unit-f1"]);
  expect(await found("agency=agency-02&township=nowhere")).toEqual([]);
});

test("pages of units follow one another without gap or repetition, filtered as well", async () => {
  const all = (await pages(api, "/v1/units?limit=1000")).map(({ id }) => id);
  expect(all).toEqual([...all].sort());
  expect((await pages(api, "/v1/units?limit=2")).map(({ id }) => id)).toEqual(all);
  const approval = (await pages(api, "/v1/units?pool=approval")).map(({ id }) => id);
  expect((await pages(api, "/v1/units?pool=approval&limit=1")).map(({ id }) => id)).toEqual(
    approval,
  );
});

test.each([
  ["/v1/units?limit=0", "invalid_parameter"],
  ["/v1/units?limit=1001", "invalid_parameter"],
  ["/v1/units?colour=red", "invalid_parameter"],
  ["/v1/units?cursor=%21", "invalid_cursor"],
  ["/v1/units?cursor=_w", "invalid_cursor"],
  ["/v1/units/Unit-001", "invalid_parameter"],
])("%s is refused as %s", async (path, code) => {
  const refused = await api.request("GET", path);
  expect([refused.status, (await problemOf(refused)).code]).toEqual([400, code]);
});

test("a closed unit is listed only to those who ask for closed ones, and stays readable by its id", async () => {
  await api.asOrganiser("PUT", "/v1/units/unit-gone", { ...form, name: "撤销科" });
  await api.asOrganiser("PUT", "/v1/units/unit-gone", {
    ...form,
    name: "撤销科",
    validFrom: "2020-03-01",
    closed: true,
  });
  const ids = async (query: string) =>
    (await read(api.request("GET", `/v1/units?q=${encodeURIComponent("撤销科")}${query}`), Rows))
      .items;
  expect(await ids("")).toEqual([]);
  expect(await ids("&closed=include")).toMatchObject([{ id: "unit-gone", closed: true }]);
  expect((await api.request("GET", "/v1/units/unit-gone")).status).toBe(200);
});
