import { join } from "node:path";
import { createClient, type InValue } from "@libsql/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enrolDevice, rating } from "../support/device.ts";
import { seedRounds } from "../support/seed.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
let device: Awaited<ReturnType<typeof enrolDevice>>;
beforeEach(async () => {
  api = await createTestApp();
  await seedRounds(api.folder);
  device = await enrolDevice(api, "device-01");
});
afterEach(() => api.close());

/** What the urn itself holds. */
async function inUrn(sql: string, ...args: InValue[]) {
  const urn = createClient({ url: `file:${join(api.folder, "urn.db")}`, timeout: 5000 });
  const { rows } = await urn.execute({ sql, args });
  urn.close();
  return rows.map((row) => ({ ...row }));
}

const levels = () =>
  inUrn("SELECT unit, channel, stream, answer, count FROM tally WHERE question = 'level'");

test("a rating is recorded, counted once and answered with a receipt that does not say what", async () => {
  const cast = await device.cast(rating({ number: 1 }));
  expect(cast.status).toBe(201);
  const receipt = await cast.json();
  expect(receipt).toMatchObject({ round: "june", state: "counted" });
  expect(JSON.stringify(receipt)).not.toContain("satisfied");
  expect(await levels()).toEqual([
    { unit: "unit-001", channel: "kiosk", stream: "window", answer: "satisfied", count: 1 },
  ]);
});

test("the same ballot again gives the identical receipt, ten days later and however its JSON is spelled", async () => {
  const ballot = rating({ number: 1 });
  const first = await (await device.cast(ballot)).json();
  api.clock.set("2020-06-11T09:00:00+08:00");
  const token = await device.newToken();
  const { serial, ...rest } = ballot;
  const again = await device.send("POST", "/v1/ballots", { ...rest, serial }, token);
  expect(again.status).toBe(201);
  expect(await again.json()).toEqual(first);
  expect(await levels()).toMatchObject([{ count: 1 }]);
});

test("a recorded ballot stays recorded for its device when the rules about it have changed", async () => {
  const ballot = rating();
  const first = await (await device.cast(ballot)).json();
  await api.asOrganiser("PUT", "/v1/devices/device-01/assignments", { assignments: [] });
  const again = await device.cast(ballot);
  expect(again.status).toBe(201);
  expect(await again.json()).toEqual(first);
  const changed = await device.cast({ ...ballot, number: 9 });
  expect(await changed.json()).toMatchObject({ code: "serial_reused" });
});

test("the same serial with another body is refused and the first ballot stands", async () => {
  const ballot = rating();
  await device.cast(ballot);
  const changed = await device.cast({
    ...ballot,
    answers: { ...ballot.answers, level: "very-dissatisfied" },
  });
  expect(changed.status).toBe(422);
  expect(await changed.json()).toMatchObject({ code: "serial_reused", retry: "never" });
  expect(await levels()).toMatchObject([{ answer: "satisfied", count: 1 }]);
});

test("of a hundred parallel ballots under one serial exactly one is counted", async () => {
  const ballot = rating();
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      device.cast(index % 2 ? ballot : { ...ballot, number: index + 1 }),
    ),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.every((status) => status === 201 || status === 422)).toBe(true);
  expect(await levels()).toMatchObject([{ count: 1 }]);
});

test("a visit is rated once, by whichever device", async () => {
  const other = await enrolDevice(api, "device-02");
  expect((await device.cast(rating({ visit: "A-0042" }))).status).toBe(201);
  const second = await other.cast(rating({ visit: "A-0042" }));
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({ code: "visit_already_rated" });
});

test("the urn holds no time finer than the date, no device, no visit reference and no serial", async () => {
  const ballot = rating({ visit: "A-0042", number: 17 });
  await device.cast(ballot);
  const everything = JSON.stringify(await inUrn("SELECT * FROM ballot"), (_, value) =>
    value instanceof ArrayBuffer ? Buffer.from(value).toString("latin1") : value,
  );
  for (const secret of ["device-01", "A-0042", "09:00", String(api.clock())]) {
    expect(everything).not.toContain(secret);
  }
  expect(everything).not.toContain(Buffer.from(ballot.serial, "base64url").toString("latin1"));
});

test("a unit that the device was not assigned to on that date is refused, and nothing is stored", async () => {
  const other = await enrolDevice(api, "device-02", { units: ["unit-002"] });
  const refused = await other.cast(rating());
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: "unit_not_assigned" });
  expect(await inUrn("SELECT count(*) AS n FROM ballot")).toEqual([{ n: 0 }]);
});

test("a date of a draft round or of no round is told to wait, and nothing is stored", async () => {
  api.clock.set("2020-08-02T09:00:00+08:00");
  const token = await device.newToken();
  for (const ratedAt of ["2020-07-02T09:00:00+08:00", "2020-08-02T09:00:00+08:00"]) {
    const refused = await device.send("POST", "/v1/ballots", rating({ ratedAt }), token);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: "round_not_open", retry: "later" });
  }
  expect(await inUrn("SELECT count(*) AS n FROM ballot")).toEqual([{ n: 0 }]);
});

test("a rating dated days ahead or years back by a clock that is known is refused as a clock that is wrong", async () => {
  await device.send("POST", "/v1/device/heartbeats", {
    deviceTime: "2020-06-01T09:00:00+08:00",
    backlog: 2,
  });
  for (const ratedAt of ["2020-06-03T09:00:01+08:00", "1970-01-01T00:00:00Z"]) {
    const refused = await device.cast(rating({ ratedAt }));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: "implausible_date",
      errors: [{ pointer: "/ratedAt" }],
    });
  }
});

test("of a device that never told its clock a rating with a date that cannot be counts on the day it arrives, marked, once", async () => {
  for (const ratedAt of ["2020-06-03T09:00:01+08:00", "1970-01-01T00:00:00Z"]) {
    const ballot = rating({ ratedAt });
    const stored = await device.cast(ballot);
    expect(stored.status).toBe(201);
    const receipt = await stored.json();
    api.clock.set("2020-06-02T09:00:00+08:00");
    const token = await device.newToken();
    const again = await device.send("POST", "/v1/ballots", ballot, token);
    expect(await again.json()).toEqual(receipt);
    api.clock.set("2020-06-01T09:00:00+08:00");
  }
  await device.cast(rating({ ratedAt: "2020-05-31T23:00:00Z" }));
  const day = "2020-06-01";
  expect(
    await inUrn("SELECT visited_on AS day, reasons, count(*) AS n FROM ballot GROUP BY 1, 2"),
  ).toEqual([
    { day, reasons: "[]", n: 1 },
    { day, reasons: '[{"code":"dated_by_arrival"}]', n: 2 },
  ]);
});

test("the visit date is the county's, not that of UTC", async () => {
  api.clock.set("2020-06-02T00:30:00+08:00");
  const token = await device.newToken();
  await device.send("POST", "/v1/ballots", rating({ ratedAt: "2020-06-01T16:15:00Z" }), token);
  expect(await inUrn("SELECT visited_on AS date FROM ballot")).toEqual([{ date: "2020-06-02" }]);
});

test("answers off the instrument are refused with a pointer to each, and nothing is stored", async () => {
  const refused = await device.cast(
    rating({ answers: { kind: "levels", unit: "unit-001", level: "splendid", reasons: ["rude"] } }),
  );
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    code: "off_instrument",
    errors: [{ pointer: "/answers/level" }, { pointer: "/answers/reasons/0" }],
  });
  const kind = await device.cast(
    rating({ answers: { kind: "best-and-worst", best: [], worst: [] } }),
  );
  expect(await kind.json()).toMatchObject({
    code: "off_instrument",
    errors: [{ pointer: "/answers/kind" }],
  });
  const form = await device.cast(rating({ instrument: "online-rating" }));
  expect(await form.json()).toMatchObject({
    code: "off_instrument",
    errors: [{ pointer: "/instrument" }],
  });
  expect(await inUrn("SELECT count(*) AS n FROM ballot")).toEqual([{ n: 0 }]);
});

test("after the last moment of acceptance a ballot is kept as late and never counted", async () => {
  api.clock.set("2020-07-31T00:00:00+08:00");
  const token = await device.newToken();
  const cast = await device.send("POST", "/v1/ballots", rating(), token);
  expect(cast.status).toBe(201);
  expect(await cast.json()).toMatchObject({ state: "late" });
  expect(await levels()).toEqual([]);
  expect(await inUrn("SELECT state, count FROM state_count")).toEqual([
    { state: "late", count: 1 },
  ]);
});

test("a test device's ballots are recorded as tests and never counted", async () => {
  const maker = await enrolDevice(api, "device-99", { mode: "test" });
  expect(await (await maker.cast(rating())).json()).toMatchObject({ state: "test" });
  expect(await levels()).toEqual([]);
});

test("in a batch every ballot has its own result, in order, in the reader's language", async () => {
  const good = rating({ number: 1 });
  const batch = [
    good,
    { ...rating(), colour: "red" },
    "nonsense",
    rating({ answers: { kind: "levels", unit: "unit-009", level: "satisfied" } }),
    good,
    rating({ number: 2 }),
  ];
  const answer = await api.request("POST", "/v1/ballots/batch", {
    json: { ballots: batch },
    headers: { authorization: `Bearer ${device.token}`, "accept-language": "zh-CN" },
  });
  expect(answer.status).toBe(200);
  const { results } = await answer.json();
  expect(results.map(({ status }: { status: number }) => status)).toEqual([
    201, 422, 422, 403, 201, 201,
  ]);
  expect(results[1].problem).toMatchObject({
    code: "invalid_body",
    title: "请求内容不符合约定",
    errors: [{ pointer: "/colour", code: "unknown_field" }],
  });
  expect(results[4]).toEqual(results[0]);
  expect(await levels()).toMatchObject([{ count: 2 }]);
});

test("numbers that a device skipped show as missing, even before the ranges are written", async () => {
  for (const number of [1, 2, 5, 9]) await device.cast(rating({ number }));
  const read = await (await api.asOrganiser("GET", "/v1/devices/device-01")).json();
  expect(read.missingNumbers).toEqual([
    { first: 3, last: 4 },
    { first: 6, last: 8 },
  ]);
});

test("a ballot without a token, or with a forged one, is refused", async () => {
  expect((await api.request("POST", "/v1/ballots", { json: rating() })).status).toBe(401);
  const [head, body] = device.token.split(".");
  const forged = await device.send("POST", "/v1/ballots", rating(), `${head}.${body}.AAAA`);
  expect(forged.status).toBe(401);
});
