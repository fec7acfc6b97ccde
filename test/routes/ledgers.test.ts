import { afterEach, beforeEach, expect, test } from "vitest";
import { entry, openPast, pingyang, post } from "../support/past.ts";
import { problemOf, read } from "../support/reading.ts";
import { Entries } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  await openPast(api, pingyang);
});
afterEach(() => api.close());

const record = (...entries: unknown[]) => post(api, "/ledgers/complaints/entries", { entries });
const kept = async () => (await api.store.ledgers.entries("past")).map(({ id }) => id);

test("an entry is recorded once, however often it is sent", async () => {
  const first = await read(record(entry("a")));
  api.clock.set("2025-01-11T09:00:00+08:00");
  expect(await read(record(entry("a")))).toEqual(first);
  expect(await kept()).toEqual(["a"]);
});

test("an entry never changes: another content under its id is refused", async () => {
  await read(record(entry("a")));
  const refused = await problemOf(await record(entry("b"), entry("a", { reason: "Another." })));
  expect(refused).toMatchObject({ code: "entry_exists", existing: "a" });
  const elsewhere = post(api, "/ledgers/online-complaints/entries", { entries: [entry("a")] });
  expect((await problemOf(await elsewhere)).code).toBe("entry_exists");
  expect(await kept()).toEqual(["a"]);
});

test.each([
  [{ points: 2 }, "/entries/1/points", "points_not_as_catalogued"],
  [{ entry: "lateness" }, "/entries/1/entry", "not_in_catalogue"],
  [{ entry: "style", points: 9 }, "/entries/1/points", "points_out_of_range"],
  [{ on: "2019-11-30" }, "/entries/1/on", "outside_window"],
  [{ unit: "unit-9" }, "/entries/1/unit", "unknown_unit"],
  [{ modifiers: ["loud"] }, "/entries/1/modifiers/0", "unknown_modifier"],
])(
  "an entry with %j is refused with a pointer, and its neighbours with it",
  async (changes, pointer, code) => {
    const problem = await problemOf(await record(entry("a"), entry("b", changes)));
    expect(problem.code).toBe("entry_out_of_catalogue");
    expect(problem.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(await kept()).toEqual([]);
  },
);

test("an entry without a role or a reason is refused", async () => {
  const { reason: _, ...silent } = entry("a");
  const problem = await problemOf(await record(silent, entry("b", { role: "" })));
  expect(problem.code).toBe("invalid_body");
  expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([
    "/entries/0/reason",
    "/entries/1/role",
  ]);
});

test("a counter-entry takes an entry away, and another brings it back", async () => {
  await read(record(entry("a")));
  const counter = (of: string, id: string) =>
    post(api, `/ledgers/complaints/entries/${of}/counter-entry`, {
      id,
      role: "Appraisal office",
      reason: "Recorded for the wrong unit.",
    });
  const first = await read(counter("a", "a-void"));
  expect(first).toMatchObject({ cancels: "a", unit: "unit-1" });
  expect(await read(counter("a", "a-void"))).toEqual(first);
  const again = await problemOf(await counter("a", "a-void-2"));
  expect(again.errors?.[0]?.code).toBe("already_cancelled");
  expect(await read(counter("a-void", "a-back"))).toMatchObject({ cancels: "a-void" });
  expect((await problemOf(await counter("nothing", "x"))).code).toBe("unknown_entry");
  expect((await problemOf(await counter("a", "a-back"))).code).toBe("entry_exists");
});

test("supervisors' marks over the quota of a tier are refused together, none is half-applied", async () => {
  const mark = (unit: string, points: number) => ({
    ...entry(`mark-${unit}`, { unit, points, assessor: "agency" }),
    entry: undefined,
  });
  const marks = (...entries: unknown[]) => post(api, "/ledgers/supervisors/entries", { entries });
  const over = await problemOf(await marks(mark("unit-1", 4.5), mark("unit-2", 4.2)));
  expect(over.errors).toContainEqual(
    expect.objectContaining({ pointer: "/entries/1/points", code: "tier_full" }),
  );
  expect(await kept()).toEqual([]);

  await read(marks(mark("unit-1", 4.5), mark("unit-2", 3.2), mark("unit-4", 4.9)));
  const later = await problemOf(await marks(mark("unit-3", 4)));
  expect(later.errors).toContainEqual(
    expect.objectContaining({ pointer: "/entries/0/points", code: "tier_full" }),
  );
  await read(marks(mark("unit-3", 2)));
  expect(await kept()).toHaveLength(4);
});

test("entries are listed page after page, with their reasons, for organisers only", async () => {
  await read(record(entry("a"), entry("b"), entry("c")));
  const path = "/v1/rounds/past/ledgers/complaints/entries?limit=2";
  expect((await api.request("GET", path)).status).toBe(401);
  const page = await read(api.asOrganiser("GET", path), Entries);
  expect(page.items.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(page.items[0]?.reason).toBe("The reply was late.");
  const rest = await read(api.asOrganiser("GET", `${path}&cursor=${page.next}`), Entries);
  expect(rest.items.map(({ id }) => id)).toEqual(["c"]);
});

test("a ledger or a round that is not there is unknown", async () => {
  const unknown = post(api, "/ledgers/weather/entries", { entries: [entry("a")] });
  expect((await problemOf(await unknown)).code).toBe("unknown_ledger");
  const nowhere = api.asOrganiser("POST", "/v1/rounds/never/ledgers/complaints/entries", {
    entries: [entry("a")],
  });
  expect((await problemOf(await nowhere)).code).toBe("unknown_round");
});
