import { afterEach, beforeEach, expect, test } from "vitest";
import { assertionOf, enrolDevice, newKey, rating, requestToken } from "../support/device.ts";
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

const fleet = async () => (await api.asOrganiser("GET", "/v1/devices/device-01")).json();
const beat = (changes: object = {}) =>
  device.send("POST", "/v1/device/heartbeats", {
    deviceTime: "2020-06-01T09:00:00+08:00",
    backlog: 0,
    ...changes,
  });

test("a heartbeat tells the organiser when the device was seen, its backlog and its clock", async () => {
  const answer = await beat({ deviceTime: "2020-06-01T11:00:05+08:00", backlog: 7 });
  expect(await answer.json()).toEqual({
    serverTime: "2020-06-01T01:00:00.000Z",
    clockOffsetSeconds: 7205,
  });
  expect(await fleet()).toMatchObject({
    lastSeenAt: "2020-06-01T01:00:00.000Z",
    clockOffsetSeconds: 7205,
    backlog: 7,
  });
});

test("a device that corrects itself shows how far its own clock is off, and when it said so", async () => {
  expect(await fleet()).not.toHaveProperty("clockReportedAt");
  await beat({ uncorrectedTime: "1970-01-01T00:00:00Z" });
  expect(await fleet()).toMatchObject({
    clockOffsetSeconds: 0,
    clockDriftSeconds: -1_590_973_200,
    clockReportedAt: "2020-06-01T01:00:00.000Z",
  });
});

test("a clock in another age answers as the contract says, and breaks no fleet list", async () => {
  for (const [deviceTime, offset] of [
    ["9999-12-31T23:59:59Z", 4_000_000_000],
    ["0000-01-01T00:00:00Z", -4_000_000_000],
  ] as const) {
    const answer = await beat({ deviceTime });
    expect(await answer.json()).toMatchObject({ clockOffsetSeconds: offset });
    expect(await fleet()).toMatchObject({ clockOffsetSeconds: offset, clockDriftSeconds: offset });
  }
});

test("a rating of a clock in another age is kept by the device, tells its clock, and is dated right", async () => {
  const ballot = rating({ ratedAt: "1970-01-01T00:10:00Z", number: 1 });
  await beat();
  const refused = await device.cast(ballot);
  expect(await refused.json()).toMatchObject({ code: "implausible_date", retry: "after-fix" });
  expect((await fleet()).missingNumbers).toEqual([]);
  await beat({ deviceTime: "1970-01-01T00:20:00Z" });
  expect(await (await device.cast(ballot)).json()).toMatchObject({ state: "counted" });
  const [day] = await api.store.ballotReviews.deviceDays("june");
  expect(day?.visitedOn).toBe("2020-06-01");
});

test("a clock known to be hours off no longer puts a rating on the wrong day", async () => {
  api.clock.set("2020-06-02T20:00:00+08:00");
  device = { ...device, token: await device.newToken() };
  const send = (path: string, json: object) => device.send("POST", path, json, device.token);
  await send("/v1/device/heartbeats", { deviceTime: "2020-06-03T08:00:00+08:00", backlog: 0 });
  await send("/v1/ballots", rating({ ratedAt: "2020-06-03T07:00:00+08:00" }));
  const days = await api.store.ballotReviews.deviceDays("june");
  expect(days.map(({ visitedOn }) => visitedOn)).toEqual(["2020-06-02"]);
});

test("numbers that a killed server forgot are healed by the device's own list of settled ones", async () => {
  await device.cast(rating({ number: 9 }));
  await beat({
    settled: [
      { first: 1, last: 4 },
      { first: 6, last: 9 },
      { first: 3, last: 2 },
    ],
  });
  expect((await fleet()).missingNumbers).toEqual([{ first: 5, last: 5 }]);
});

/** Asks for a new key, vouched for by the old one unless told otherwise. */
async function rotate(
  fresh: Awaited<ReturnType<typeof newKey>>,
  claims: object = {},
  by = device.key,
) {
  const assertion = await assertionOf(api, "device-01", by, {
    aud: "http://localhost/v1/device/keys",
    cnf: { jkt: fresh.thumbprint },
    ...claims,
  });
  return device.send("POST", "/v1/device/keys", { publicKey: fresh.jwk, assertion });
}

test("a new key works beside the old one for a week, then alone", async () => {
  const fresh = await newKey("EdDSA");
  const rotated = await rotate(fresh);
  expect(rotated.status).toBe(201);
  const answer = await rotated.json();
  expect(answer).toEqual({
    keyId: fresh.thumbprint,
    previousUntil: "2020-06-08T01:00:00.000Z",
  });
  expect(await (await rotate(fresh)).json()).toEqual(answer);
  const statusOf = async (key: typeof fresh) =>
    (await requestToken(api, await assertionOf(api, "device-01", key))).status;
  expect([await statusOf(device.key), await statusOf(fresh)]).toEqual([200, 200]);
  expect((await device.cast(rating())).status).toBe(201);
  api.clock.set("2020-06-08T09:00:00+08:00");
  expect([await statusOf(device.key), await statusOf(fresh)]).toEqual([401, 200]);
});

test("a device that changes its key without end has ten at a time, and is told how long to wait", async () => {
  const statuses: number[] = [];
  for (let change = 0; change < 11; change += 1) {
    const rotated = await rotate(await newKey());
    statuses.push(rotated.status);
    if (rotated.status === 429) {
      expect(await rotated.json()).toMatchObject({ code: "too_many_requests", retry: "later" });
      expect(rotated.headers.get("retry-after")).toBe(String(7 * 86_400));
    }
  }
  expect(statuses).toEqual([...Array(9).fill(201), 429, 429]);
});

test("a stolen token alone binds no key", async () => {
  const thief = await newKey();
  const answers = [
    await rotate(thief, {}, thief),
    await rotate(thief, { cnf: undefined }),
    await rotate(thief, { cnf: { jkt: device.key.thumbprint } }),
    await rotate(thief, { aud: "http://localhost/v1/token" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
});

test("a key of another device is refused", async () => {
  const other = await enrolDevice(api, "device-02");
  expect(await (await rotate(other.key)).json()).toMatchObject({ code: "key_in_use" });
});

test("what the organiser says a device shows reaches it with its configuration, and can be taken back", async () => {
  const path = "/v1/devices/device-01/presentation";
  const presentation = {
    texts: { thanks: { zh: "多谢", en: "Much obliged" } },
    theme: "high-contrast",
  };
  const own = async () => (await device.send("GET", "/v1/device")).json();
  expect(await own()).not.toHaveProperty("presentation");
  const answer = await api.asOrganiser("PUT", path, presentation);
  expect(await answer.json()).toMatchObject({ id: "device-01", presentation });
  expect(await own()).toMatchObject({ presentation });
  expect(await fleet()).toMatchObject({ presentation });
  await api.asOrganiser("PUT", path, {});
  expect(await own()).not.toHaveProperty("presentation");
});

test("words in one language, words too long for a screen, words that say nothing or turn round, and unknown looks are refused", async () => {
  const path = "/v1/devices/device-01/presentation";
  for (const wrong of [
    { texts: { thanks: { zh: "多谢" } } },
    { texts: { question: { zh: "问".repeat(61), en: "?" } } },
    { theme: "pink" },
    { texts: { question: { zh: "   ", en: "?" } } },
    { texts: { question: { zh: "满意吗\u202e", en: "?" } } },
    { texts: { notice: { zh: "投诉\n电话", en: "?" } } },
  ]) {
    expect((await api.asOrganiser("PUT", path, wrong)).status).toBe(422);
  }
  expect((await api.asOrganiser("PUT", "/v1/devices/nobody/presentation", {})).status).toBe(404);
});
