import { join } from "node:path";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { june, seedCounty } from "../support/county.ts";
import { pages, problemOf, read } from "../support/reading.ts";
import { RoundRow } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  await seedCounty(api);
});
afterEach(() => api.close());

const draft = (round: object = {}) => api.asOrganiser("POST", "/v1/rounds", { ...june, ...round });
const open = (round = "june") => api.asOrganiser("POST", `/v1/rounds/${round}/open`);
const round = () => read(api.request("GET", "/v1/rounds/june"), RoundRow);

async function inUrn(sql: string) {
  const urn = createClient({ url: `file:${join(api.folder, "urn.db")}`, timeout: 5000 });
  const { rows } = await urn.execute(sql);
  urn.close();
  return rows;
}

test("a draft accepts until the end of its last day in the programme's zone, plus the programme's days", async () => {
  const drafted = await draft();
  expect(drafted.status).toBe(201);
  expect(await drafted.json()).toEqual({
    ...june,
    acceptsUntil: "2020-07-30T16:00:00.000Z",
    state: "draft",
    units: 0,
    ballotsAtLeast: 0,
  });
  expect(await inUrn("SELECT * FROM gate")).toEqual([]);
});

test("the same draft again is the same round, also once it has opened; another under its id is refused", async () => {
  await draft();
  await open();
  expect(await (await draft()).json()).toMatchObject({ id: "june", state: "open", units: 3 });
  const refused = await draft({ to: "2020-06-29" });
  expect(await problemOf(refused)).toMatchObject({
    status: 409,
    code: "round_exists",
    existing: "june",
  });
});

test.each([
  ["one day at its end", { from: "2020-06-30", to: "2020-07-31" }],
  ["one day at its beginning", { from: "2020-05-01", to: "2020-06-01" }],
  ["all of it", { from: "2020-01-01", to: "2020-12-31" }],
])("rounds of one programme never share a day: %s", async (_, dates) => {
  await draft();
  const refused = await draft({ id: "other", ...dates });
  expect(await problemOf(refused)).toMatchObject({
    status: 409,
    code: "round_overlaps",
    existing: "june",
  });
  expect((await api.request("GET", "/v1/rounds/other")).status).toBe(404);
});

test("of rounds drafted at once for the same days one is kept", async () => {
  const answers = await Promise.all(["a", "b", "c", "d"].map((id) => draft({ id })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect(await pages(api, "/v1/rounds")).toHaveLength(1);
});

test("rounds that touch without sharing a day are both kept", async () => {
  await draft();
  expect((await draft({ id: "july", from: "2020-07-01", to: "2020-07-31" })).status).toBe(201);
});

test.each([
  ["the dates are reversed", { to: "2020-05-31" }, "/to", "dates_reversed"],
  ["a date does not exist", { to: "2020-06-31" }, "/to", "no_such_date"],
  [
    "it would refuse ballots of its last day",
    { acceptsUntil: "2020-06-30T23:59:59+08:00" },
    "/acceptsUntil",
    "before_last_day_ends",
  ],
])("a draft is refused where %s", async (_, dates, pointer, code) => {
  const refused = await draft(dates);
  expect(await problemOf(refused)).toMatchObject({ status: 422, errors: [{ pointer, code }] });
  expect(await pages(api, "/v1/rounds")).toEqual([]);
});

test("a round needs a programme that was uploaded, in that version", async () => {
  for (const unknown of [{ programme: "no-such" }, { version: "1999" }]) {
    const refused = await draft(unknown);
    expect([refused.status, (await problemOf(refused)).code]).toEqual([404, "unknown_programme"]);
  }
});

test("opening freezes the units of the programme's pools as they stand on the first day", async () => {
  const form = { agency: "agency-01", pool: "window" };
  await api.asOrganiser("PUT", "/v1/units/unit-002", {
    ...form,
    name: "首日的名称",
    validFrom: "2020-06-01",
  });
  await api.asOrganiser("PUT", "/v1/units/unit-002", {
    ...form,
    name: "次日的名称",
    validFrom: "2020-06-02",
  });
  await api.asOrganiser("PUT", "/v1/units/unit-003", {
    ...form,
    name: "已撤销",
    validFrom: "2020-05-01",
    closed: true,
  });
  await api.asOrganiser("PUT", "/v1/units/unit-004", {
    ...form,
    name: "尚未设立",
    validFrom: "2020-06-02",
  });
  await draft();
  expect((await open()).status).toBe(200);
  await api.asOrganiser("PUT", "/v1/units/unit-001", {
    ...form,
    name: "开放之后的更名",
    validFrom: "2020-01-01",
  });
  expect(await round()).toMatchObject({ state: "open", units: 2 });
  const registry = createClient({ url: `file:${join(api.folder, "registry.db")}` });
  const { rows } = await registry.execute("SELECT snapshot FROM round_unit ORDER BY unit");
  registry.close();
  expect(rows.map(({ snapshot }) => JSON.parse(String(snapshot)))).toEqual([
    expect.objectContaining({ id: "unit-001", name: "窗口 unit-001" }),
    {
      id: "unit-002",
      name: "首日的名称",
      agency: "agency-01",
      agencyName: "县发改局",
      agencyNameEn: "Development and Reform",
      pool: "window",
      tags: [],
      system: "general",
      managedBy: "agency",
    },
  ]);
});

test("of many who open a round at once each is told that it is open, and it opened once", async () => {
  await draft();
  const answers = await Promise.all(Array.from({ length: 8 }, () => open()));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect((await api.store.rounds.find("june"))?.revision).toBe(1);
  expect(await inUrn("SELECT round, state FROM gate")).toEqual([{ round: "june", state: "open" }]);
});

test("a crash before the gate opened heals by repeating the request", async () => {
  await draft();
  await open();
  await inUrn("DELETE FROM gate");
  expect((await open()).status).toBe(200);
  expect(await inUrn("SELECT round, state FROM gate")).toHaveLength(1);
});

test("repeating the request never opens a gate that closing has shut", async () => {
  await draft();
  await open();
  await inUrn("UPDATE gate SET state = 'counted'");
  expect((await open()).status).toBe(200);
  expect(await inUrn("SELECT state FROM gate")).toEqual([{ state: "counted" }]);
});

test("a round beyond open does not open again, and one without units does not open at all", async () => {
  await draft();
  await open();
  const registry = createClient({ url: `file:${join(api.folder, "registry.db")}` });
  await registry.execute("UPDATE round SET state = 'closed'");
  registry.close();
  expect(await problemOf(await open())).toMatchObject({ status: 409, code: "round_state" });
  await draft({ id: "1999", from: "1999-01-01", to: "1999-01-31" });
  expect(await problemOf(await open("1999"))).toMatchObject({ status: 409, code: "round_state" });
});

test("participation is public in tens, rounded down, without the ballots of test devices", async () => {
  await draft();
  await inUrn("INSERT INTO state_count VALUES ('june', 'counted', 15), ('june', 'late', 4)");
  await inUrn(`INSERT INTO tally VALUES
    ('june', 'unit-001', 'visitors', 'kiosk', 'window', 'level', 'satisfied', 15, 0, 0)`);
  await inUrn("INSERT INTO state_count VALUES ('june', 'test', 300)");
  expect((await round()).ballotsAtLeast).toBe(10);
  await inUrn("INSERT INTO state_count VALUES ('june', 'invalid', 1)");
  expect((await round()).ballotsAtLeast).toBe(20);
});

test("rounds are listed by id, by programme and by state, page after page", async () => {
  await draft();
  for (const month of ["07", "08", "09"])
    await draft({ id: `m-${month}`, from: `2020-${month}-01`, to: `2020-${month}-28` });
  await open();
  const ids = async (query: string) =>
    (await pages(api, `/v1/rounds?${query}`)).map(({ id }) => id);
  expect(await ids("limit=1")).toEqual(["june", "m-07", "m-08", "m-09"]);
  expect(await ids("state=open")).toEqual(["june"]);
  expect(await ids("programme=neixiang-per-visit&state=draft&limit=2")).toEqual([
    "m-07",
    "m-08",
    "m-09",
  ]);
  expect(await ids("programme=other")).toEqual([]);
});

test("a round that nobody drafted is unknown", async () => {
  for (const answer of [await api.request("GET", "/v1/rounds/none"), await open("none")])
    expect([answer.status, (await problemOf(answer)).code]).toEqual([404, "unknown_round"]);
});
