import { afterEach, beforeEach, expect, test } from "vitest";
import { assertionOf, enrolDevice, rating, requestToken } from "../support/device.ts";
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

const decided = { role: "supervisor", reason: "stolen" };
const act = (what: string, body: object, id = "device-01") =>
  api.asOrganiser("POST", `/v1/devices/${id}/${what}`, body);
const states = async () => Object.fromEntries(await api.store.counting.ballotsByState("june"));
const counted = async () =>
  (await api.store.counting.cells("june")).reduce((sum, cell) => sum + cell.count, 0);

/** A day's ratings by a device, on the server's clock of that day. */
async function rateOn(day: string, count: number, by = device) {
  api.clock.set(`${day}T10:00:00+08:00`);
  const token = await by.newToken();
  const ballots = Array.from({ length: count }, () => rating({ ratedAt: `${day}T09:00:00+08:00` }));
  const answer = await by.send("POST", "/v1/ballots/batch", { ballots }, token);
  expect(answer.status).toBe(200);
  return token;
}

test("a revoked device is refused at once: its token, its key, its ballots under way", async () => {
  const revoked = await act("revocation", decided);
  const revocation = { at: "2020-06-01T01:00:00.000Z", ...decided };
  expect(await revoked.json()).toMatchObject({
    device: { state: "revoked", revocation },
    quarantined: 0,
  });
  await act("revocation", { role: "somebody else", reason: "later" });
  const kept = await (await api.asOrganiser("GET", "/v1/devices/device-01")).json();
  expect(kept.revocation).toEqual(revocation);
  const cast = await device.cast(rating());
  expect(cast.status).toBe(401);
  expect(await cast.json()).toMatchObject({ code: "credential_revoked", retry: "never" });
  const token = await requestToken(api, await assertionOf(api, "device-01", device.key));
  expect(await token.json()).toMatchObject({ code: "credential_revoked" });
  expect(await states()).toEqual({});
});

test("what a stolen device sent since the day of doubt is set apart, however it was dated", async () => {
  await rateOn("2020-06-02", 3);
  const token = await rateOn("2020-06-03", 2);
  const backdated = rating({ ratedAt: "2020-06-01T09:00:00+08:00" });
  await device.send("POST", "/v1/ballots", backdated, token);
  const other = await enrolDevice(api, "device-02");
  await rateOn("2020-06-03", 4, other);
  const revoked = await act("revocation", { ...decided, quarantineFrom: "2020-06-03" });
  expect(await revoked.json()).toMatchObject({ quarantined: 3 });
  expect(await states()).toEqual({ counted: 7, quarantined: 3 });
  expect(await counted()).toBe(7);
  const again = await act("revocation", { ...decided, quarantineFrom: "2020-06-03" });
  expect(await again.json()).toMatchObject({ quarantined: 0 });
});

test("a doubt that begins long before the device sets apart all that it sent, and says so", async () => {
  await rateOn("2020-06-02", 3);
  const revoked = await act("revocation", { ...decided, quarantineFrom: "0001-01-01" });
  expect(revoked.status).toBe(200);
  expect(await revoked.json()).toMatchObject({ device: { state: "revoked" }, quarantined: 3 });
  expect(await states()).toEqual({ counted: 0, quarantined: 3 });
});

test("a day of doubt that has not come is refused before anything is revoked; today is not", async () => {
  api.clock.set("2020-06-03T23:59:00+08:00");
  const refused = await act("revocation", { ...decided, quarantineFrom: "2020-06-04" });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    code: "invalid_body",
    errors: [{ pointer: "/quarantineFrom", code: "in_the_future" }],
  });
  const kept = await (await api.asOrganiser("GET", "/v1/devices/device-01")).json();
  expect(kept).toMatchObject({ state: "enrolled" });
  const today = await act("revocation", { ...decided, quarantineFrom: "2020-06-03" });
  expect(today.status).toBe(200);
});

test("the fleet shows the first day of doubt, the earliest of several, and who revoked the device first", async () => {
  const revocation = { at: "2020-06-03T01:00:00.000Z", ...decided };
  api.clock.set(revocation.at);
  expect((await (await act("revocation", decided)).json()).device.revocation).toEqual(revocation);
  for (const [told, kept] of [
    ["2020-06-02", "2020-06-02"],
    ["2020-06-01", "2020-06-01"],
    ["2020-06-03", "2020-06-01"],
  ]) {
    await act("revocation", { role: "another", reason: "later", quarantineFrom: told });
    const fleet = await (await api.asOrganiser("GET", "/v1/devices")).json();
    expect(fleet.items[0].revocation).toEqual({ ...revocation, quarantineFrom: kept });
  }
});

test("the list of suspicions is answered years after its round", async () => {
  await rateOn("2020-06-02", 60);
  api.clock.set("2024-06-02T10:00:00+08:00");
  const found = await api.asOrganiser("GET", "/v1/rounds/june/suspicions");
  expect(await found.json()).toMatchObject({ items: [{ kind: "identical-run", ballots: 60 }] });
});

test("quarantined ballots can be reinstated, and the tallies follow both ways", async () => {
  await rateOn("2020-06-02", 5);
  await rateOn("2020-06-03", 2);
  const days = { from: "2020-06-02", to: "2020-06-02", ...decided };
  expect(await (await act("quarantines", days)).json()).toEqual({ ballots: 5 });
  expect(await counted()).toBe(2);
  expect(await (await act("quarantines", days)).json()).toEqual({ ballots: 0 });
  expect(await (await act("reinstatements", days)).json()).toEqual({ ballots: 5 });
  expect(await (await act("quarantines", days)).json()).toEqual({ ballots: 5 });
  expect(await (await act("reinstatements", days)).json()).toEqual({ ballots: 5 });
  expect(await counted()).toBe(7);
  expect(await states()).toEqual({ counted: 7, quarantined: 0 });
});

test("reviews need a device that exists, days in order, a role and a reason", async () => {
  const days = { from: "2020-06-02", to: "2020-06-03", ...decided };
  expect((await act("quarantines", days, "device-404")).status).toBe(404);
  expect((await act("revocation", decided, "device-404")).status).toBe(404);
  expect((await act("quarantines", { ...days, to: "2020-06-01" })).status).toBe(422);
  expect((await act("quarantines", { ...days, to: "2029-06-01" })).status).toBe(422);
  expect((await act("quarantines", { from: days.from, to: days.to })).status).toBe(422);
  const blank = await act("revocation", { role: " ", reason: "\n\u3000" });
  expect(await blank.json()).toMatchObject({
    errors: [
      { pointer: "/role", code: "blank" },
      { pointer: "/reason", code: "blank" },
    ],
  });
});

test("a decision is kept as it was written: what would be cut at a NUL or read backwards is refused, lines are not", async () => {
  const act = (role: string, reason: string) =>
    api.asOrganiser("POST", "/v1/devices/device-01/revocation", { role, reason });
  expect(await (await act("监督员\u0000", "一\u202e二")).json()).toMatchObject({
    errors: [
      { pointer: "/role", code: "control_character" },
      { pointer: "/reason", code: "control_character" },
    ],
  });
  const reason = "被盗：\n见笔录";
  expect(await (await act("监督员", reason)).json()).toMatchObject({
    device: { revocation: { role: "监督员", reason } },
  });
});

test("a burst, a run of identical ratings and more ratings than visits are shown to a person, and nothing else happens", async () => {
  for (const day of ["2020-06-02", "2020-06-03", "2020-06-04"]) await rateOn(day, 5);
  await rateOn("2020-06-05", 60);
  await api.asOrganiser("PUT", "/v1/visit-counts", {
    items: [
      { unit: "unit-001", on: "2020-06-05", visits: 20 },
      { unit: "unit-001", on: "2020-06-04", visits: 20 },
    ],
  });
  const found = await api.asOrganiser("GET", "/v1/rounds/june/suspicions");
  expect(await found.json()).toEqual({
    items: [
      { kind: "burst", device: "device-01", on: "2020-06-05", ballots: 60, expected: 5 },
      { kind: "identical-run", device: "device-01", on: "2020-06-05", ballots: 60 },
      { kind: "over-footfall", unit: "unit-001", on: "2020-06-05", ballots: 60, expected: 20 },
    ],
  });
  expect(await states()).toEqual({ counted: 75 });
});

test("what a platform answers for those who said nothing is alike by its nature, and no suspicion", async () => {
  const platform = await enrolDevice(api, "platform-01", { kind: "platform" });
  const silent = (channel: string) =>
    Array.from({ length: 60 }, () => rating({ channel, instrument: "online-rating" }));
  await platform.castAll(silent("system_default"));
  const suspicions = async () =>
    (await api.asOrganiser("GET", "/v1/rounds/june/suspicions")).json();
  expect(await suspicions()).toEqual({ items: [] });
  await platform.castAll(silent("platform"));
  expect(await suspicions()).toMatchObject({ items: [{ kind: "identical-run", ballots: 60 }] });
});
