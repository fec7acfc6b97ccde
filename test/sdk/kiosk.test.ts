import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { getDevice, putAssignments } from "../../sdk/index.ts";
import { programme } from "../support/seed.ts";
import { createSdkApp, type SdkApp } from "./support/app.ts";
import { batchesOf, createKioskRig } from "./support/kiosk.ts";
import { problem } from "./support/script.ts";

let api: SdkApp;
let rig: Awaited<ReturnType<typeof createKioskRig>>;
beforeEach(async () => {
  api = await createSdkApp();
  rig = await createKioskRig(api);
});
afterEach(async () => {
  await rig.remove();
  await api.close();
});

const unit = "unit-001";

async function enrolled(id = "device-01") {
  const kiosk = await rig.switchOn();
  await kiosk.enrol(await rig.invite(id));
  await kiosk.queue.deliver();
  return kiosk;
}

async function fleetEntry(device: string) {
  return getDevice({ client: api.organiser, path: { device } });
}

test("pull the cable, rate, switch off, switch on, plug in: exactly one ballot each, in order", async () => {
  const before = await enrolled();
  rig.cable.state = "cut";
  for (const level of ["satisfied", "dissatisfied", "very-satisfied"]) {
    await before.rate({ unit, level });
  }

  const after = await rig.switchOn();
  expect(await after.queue.status()).toMatchObject({ pending: 3, refused: 0 });
  rig.cable.state = "whole";
  await after.queue.deliver();
  expect(await after.queue.status()).toMatchObject({ pending: 0, state: "ready" });
  expect(await api.countedBallots()).toBe(3);
  expect(batchesOf(rig.cable).map(({ ballots }) => ballots.map((it) => it.number))).toEqual([
    [1, 2, 3],
  ]);
  expect((await fleetEntry("device-01")).missingNumbers).toEqual([]);
});

test("answers lost after the server stored the ballots: after a restart the same ballots go again, and count once", async () => {
  const before = await enrolled();
  rig.cable.state = "answers lost";
  await before.rate({ unit, level: "satisfied" });
  await before.queue.deliver();
  expect(await before.queue.status()).toMatchObject({
    pending: 1,
    state: "failing",
    lastError: { code: "no_answer", retry: "later" },
  });
  expect(await api.countedBallots()).toBe(1);

  rig.cable.state = "whole";
  api.clock.set("2020-06-03T09:00:00+08:00");
  const after = await rig.switchOn();
  await after.queue.deliver();
  expect(await after.queue.status()).toMatchObject({ pending: 0, state: "ready" });
  expect(await api.countedBallots()).toBe(1);
  const batches = batchesOf(rig.cable);
  expect(batches.length).toBeGreaterThan(1);
  for (const batch of batches) expect(batch).toEqual(batches[0]);
});

test("250 ratings of an outage travel in order, 100 at a time", async () => {
  const kiosk = await enrolled();
  rig.cable.state = "cut";
  for (let made = 0; made < 250; made++) await kiosk.rate({ unit, level: "satisfied" });
  rig.cable.state = "whole";
  await kiosk.queue.deliver();
  const numbers = batchesOf(rig.cable).map(({ ballots }) => ballots.map((it) => it.number));
  expect(numbers.map((batch) => batch.length)).toEqual([100, 100, 50]);
  expect(numbers.flat()).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
  expect(await api.countedBallots()).toBe(250);
});

test("one bad rating never holds up its neighbours, and is kept with the reason until it is taken away", async () => {
  const kiosk = await enrolled();
  rig.cable.state = "cut";
  await kiosk.rate({ unit, level: "satisfied" });
  await kiosk.rate({ unit, level: "delighted" });
  await kiosk.rate({ unit, level: "satisfied" });
  rig.cable.state = "whole";
  await kiosk.queue.deliver();
  expect(await api.countedBallots()).toBe(2);
  expect(await kiosk.queue.status()).toMatchObject({ pending: 0, refused: 1 });
  const [taken] = await kiosk.queue.takeRefused();
  expect(taken).toMatchObject({
    number: 2,
    answers: { level: "delighted" },
    refused: { code: "off_instrument" },
  });
  expect(await kiosk.queue.status()).toMatchObject({ refused: 0 });
});

test("a rating that waits for the organiser is held, lets others pass, and goes once he has acted", async () => {
  const kiosk = await enrolled();
  const client = api.organiser;
  const path = { device: "device-01" };
  const assigned = (rated: string[]) => ({
    assignments: rated.map((it) => ({ unit: it, programme, from: "2020-06-01" })),
  });
  await putAssignments({ client, path, body: assigned(["unit-002"]) });
  rig.cable.state = "cut";
  await kiosk.rate({ unit: "unit-001", level: "satisfied" });
  await kiosk.rate({ unit: "unit-002", level: "satisfied" });
  await kiosk.queue.deliver();
  rig.cable.state = "whole";
  await kiosk.queue.deliver();
  expect(await kiosk.queue.status()).toMatchObject({
    pending: 1,
    held: 1,
    lastError: { code: "unit_not_assigned", retry: "after-fix" },
  });
  await putAssignments({ client, path, body: assigned(["unit-001", "unit-002"]) });
  api.clock.set("2020-06-01T09:20:00+08:00");
  await kiosk.queue.deliver();
  expect(await api.countedBallots()).toBe(2);
});

test("waits grow with jitter and honour Retry-After; a new rating does not break them", async () => {
  const kiosk = await enrolled();
  const waitsOf = async (answer: () => Response) => {
    rig.cable.instead = (path) => (path === "/v1/ballots/batch" ? answer() : undefined);
    rig.waits.length = 0;
    await kiosk.queue.deliver();
    return rig.waits.filter((ms) => ms !== 20_000);
  };
  rig.cable.state = "cut";
  await kiosk.rate({ unit, level: "satisfied" });
  await kiosk.queue.deliver();
  rig.cable.state = "whole";
  const busy = () => problem("overloaded");
  const [first = 0] = await waitsOf(busy);
  expect(await waitsOf(busy)).toEqual([2 * first]);
  const asked30 = () => problem("overloaded", { "retry-after": "30" });
  expect(await waitsOf(asked30)).toEqual([30_000 + 4 * first]);
  expect(await waitsOf(() => problem("overloaded", { "retry-after": "9000" }))).toEqual([300_000]);
  const asked = rig.cable.seen.length;
  await kiosk.rate({ unit, level: "satisfied" });
  expect(rig.cable.seen).toHaveLength(asked);
  expect(await kiosk.queue.status()).toMatchObject({ pending: 2, state: "failing" });
});

test("a rating made while a send is failing does not send again at once", async () => {
  const kiosk = await enrolled();
  rig.cable.instead = (path) =>
    path === "/v1/ballots/batch" ? problem("overloaded", { "retry-after": "30" }) : undefined;
  await Promise.all([
    kiosk.rate({ unit, level: "satisfied" }),
    kiosk.rate({ unit, level: "satisfied" }),
    kiosk.rate({ unit, level: "satisfied" }),
  ]);
  await kiosk.queue.deliver();
  expect(batchesOf(rig.cable).length).toBeLessThanOrEqual(2);
});

test.each([
  ["hours fast", 7 * 3_600_000],
  ["a day slow", -86_400_000],
])("a clock that is %s dates ratings rightly", async (_, offset) => {
  rig.device.clock = () => api.clock() + offset;
  const kiosk = await enrolled();
  await kiosk.rate({ unit, level: "satisfied" });
  await kiosk.queue.deliver();
  expect(batchesOf(rig.cable)[0]?.ballots[0]?.ratedAt).toBe("2020-06-01T01:00:00.000Z");
  expect(await api.countedBallots()).toBe(1);
});

const since1970 = Date.parse("2020-06-01T09:00:00+08:00");

test("a clock that a flat battery put back to 1970 dates an offline rating by what it learns when the network returns", async () => {
  await enrolled();
  rig.device.clock = () => api.clock() - since1970;
  rig.cable.state = "cut";
  const kiosk = await rig.switchOn();
  await kiosk.rate({ unit, level: "satisfied" });
  api.clock.set("2020-06-02T09:00:00+08:00");
  rig.cable.state = "whole";
  await kiosk.queue.deliver();
  expect(batchesOf(rig.cable)[0]?.ballots[0]?.ratedAt).toBe("2020-06-01T01:00:00.000Z");
  expect(await api.countedBallots()).toBe(1);
});

test("after an eviction the copy outside brings the ballots back, to a device enrolled anew; each counts once", async () => {
  let copy: string | undefined;
  const backup = {
    save: async (text: string) => {
      copy = text;
    },
    load: async () => copy,
  };
  const kiosk = await rig.switchOn({ backup });
  await kiosk.enrol(await rig.invite("device-01"));
  rig.cable.state = "cut";
  await kiosk.rate({ unit, level: "satisfied" });
  await kiosk.rate({ unit, level: "satisfied" });
  expect(copy).not.toContain('"d":');
  await rig.evict();

  rig.cable.state = "whole";
  const anew = await rig.switchOn({ backup });
  expect(await anew.queue.status()).toMatchObject({ pending: 2, state: "not-enrolled" });
  await anew.enrol(await rig.invite("device-02"));
  await anew.queue.deliver();
  expect(await api.countedBallots()).toBe(2);
  expect(await anew.queue.import(copy ?? "")).toBe(2);
  await anew.queue.deliver();
  expect(await api.countedBallots()).toBe(2);
  expect(await anew.queue.status()).toMatchObject({ pending: 0 });
});

test("a replaced device hands its queue to the next, which numbers what was never sent as its own", async () => {
  const old = await enrolled("device-01");
  await old.rate({ unit, level: "satisfied" });
  await old.queue.deliver();
  rig.cable.state = "cut";
  await old.rate({ unit, level: "satisfied" });
  const text = await old.queue.export();
  await rig.evict();

  rig.cable.state = "whole";
  const next = await enrolled("device-02");
  await next.queue.import(text);
  await next.queue.deliver();
  expect(await api.countedBallots()).toBe(2);
  expect((await fleetEntry("device-02")).missingNumbers).toEqual([]);
});

test("a revoked device keeps its ballots, stops asking, and delivers after a new enrolment", async () => {
  const kiosk = await enrolled("device-01");
  rig.cable.instead = (path) =>
    path === "/v1/ballots/batch" ? problem("credential_revoked") : undefined;
  await kiosk.rate({ unit, level: "satisfied" });
  await kiosk.queue.deliver();
  rig.waits.length = 0;
  expect(await kiosk.queue.status()).toMatchObject({
    state: "revoked",
    pending: 1,
    lastError: { code: "credential_revoked", retry: "never" },
  });
  expect(rig.waits).toEqual([]);
  rig.cable.instead = undefined;
  await kiosk.enrol(await rig.invite("device-02"));
  await kiosk.queue.deliver();
  expect(await api.countedBallots()).toBe(1);
});

test("an enrolment whose answer was lost is repeated with the same key after a restart", async () => {
  const code = await rig.invite("device-01");
  rig.cable.state = "answers lost";
  const first = await rig.switchOn();
  await expect(first.enrol(code)).rejects.toMatchObject({ code: "no_answer", retry: "later" });
  rig.cable.state = "whole";
  const second = await rig.switchOn();
  const typed = code.toLowerCase().replace(/(.{4})/g, "$1-");
  expect(await second.enrol(typed)).toMatchObject({ device: "device-01" });
});

test("without the server the last configuration serves, and without an enrolment the error says what to do", async () => {
  await enrolled();
  rig.cable.state = "cut";
  const kiosk = await rig.switchOn();
  expect(await kiosk.configuration()).toMatchObject({ device: "device-01" });
  await rig.evict();
  const fresh = await rig.switchOn();
  const error = await fresh.rate({ unit, level: "satisfied" }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "not_enrolled", retry: "after-fix" });
  expect(String(error)).toMatch(/登记码.*enrolment code/);
});

test("a damaged memory is an error, never an empty queue", async () => {
  await enrolled();
  writeFileSync(join(rig.folder, "kiosk.json"), '{"kept":{');
  await expect(rig.switchOn()).rejects.toThrow();
});

test("the login page of a network is no answer, and nothing is forgotten", async () => {
  const kiosk = await enrolled();
  rig.cable.instead = () => new Response("<html>Sign in</html>");
  await kiosk.rate({ unit, level: "satisfied" });
  await kiosk.queue.deliver();
  expect(await kiosk.queue.status()).toMatchObject({
    pending: 1,
    lastError: { code: "no_answer" },
  });
});
