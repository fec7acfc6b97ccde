import { afterEach, beforeEach, expect, test } from "vitest";
import { getDevice, putPresentation } from "../../sdk/index.ts";
import { rangesBetween } from "../../sdk/kiosk/care.ts";
import { createSdkApp, type SdkApp } from "./support/app.ts";
import { createKioskRig } from "./support/kiosk.ts";

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

const day = 86_400_000;

async function enrolled() {
  const kiosk = await rig.switchOn();
  await kiosk.enrol(await rig.invite("device-01"));
  await kiosk.queue.deliver();
  return kiosk;
}

const inFleet = () => getDevice({ client: api.organiser, path: { device: "device-01" } });
const keyInUse = () =>
  rig.cable.seen
    .filter(({ path }) => path === "/v1/token")
    .map(({ body }) => new URLSearchParams(body).get("client_assertion")?.split(".")[0])
    .map((header) => JSON.parse(Buffer.from(header ?? "", "base64url").toString()).kid)
    .at(-1);

test("a heartbeat shows the organiser what waits, and that the dates this device gives are right", async () => {
  rig.device.clock = () => api.clock() + 3 * 3_600_000;
  const kiosk = await enrolled();
  rig.cable.state = "cut";
  await kiosk.rate({ unit: "unit-001", level: "satisfied" });
  await kiosk.queue.deliver();
  rig.cable.state = "whole";
  await kiosk.heartbeat();
  expect(await inFleet()).toMatchObject({
    ...{ backlog: 1, clockOffsetSeconds: 0, clockDriftSeconds: 3 * 3600 },
    clockReportedAt: new Date(api.clock()).toISOString(),
  });
  await kiosk.queue.deliver();
  await kiosk.heartbeat();
  expect(await inFleet()).toMatchObject({ backlog: 0, missingNumbers: [] });
  expect(await api.countedBallots()).toBe(1);
});

test("after a rotation the new key serves, also after a restart, and ratings go on", async () => {
  const kiosk = await enrolled();
  const before = keyInUse();
  await kiosk.rotateKey();
  await kiosk.rate({ unit: "unit-001", level: "satisfied" });
  await kiosk.queue.deliver();
  expect(keyInUse()).not.toBe(before);
  const after = keyInUse();
  const again = await rig.switchOn();
  await again.configuration();
  expect(keyInUse()).toBe(after);
  expect(await api.countedBallots()).toBe(1);
});

test("a rotation whose answer was lost is repeated with the same key; until then the old one serves", async () => {
  const kiosk = await enrolled();
  rig.cable.state = "answers lost";
  await expect(kiosk.rotateKey()).rejects.toMatchObject({ code: "no_answer" });
  rig.cable.state = "whole";
  const again = await rig.switchOn();
  await again.configuration();
  await again.rotateKey();
  const keys = rig.cable.seen
    .filter(({ path }) => path === "/v1/device/keys")
    .map(({ body }) => JSON.stringify(JSON.parse(body).publicKey));
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
});

test("a key of more than ninety days is changed with a heartbeat, without anybody's visit", async () => {
  const kiosk = await enrolled();
  const before = keyInUse();
  api.clock.set(new Date(api.clock() + 89 * day).toISOString());
  await kiosk.heartbeat();
  expect(keyInUse()).toBe(before);
  api.clock.set(new Date(api.clock() + 2 * day).toISOString());
  await kiosk.heartbeat();
  await kiosk.configuration();
  expect(keyInUse()).not.toBe(before);
});

test.each([
  ["nothing made", [], 1, []],
  ["all settled", [], 6, [[1, 5]]],
  ["the last two wait", [4, 5], 6, [[1, 3]]],
  [
    "one in the middle waits",
    [3],
    6,
    [
      [1, 2],
      [4, 5],
    ],
  ],
  [
    "numbers of another device",
    [9, 2],
    4,
    [
      [1, 1],
      [3, 3],
    ],
  ],
])("settled numbers with %s", (_, waiting, next, ranges) => {
  expect(rangesBetween(waiting, next)).toEqual(ranges.map(([first, last]) => ({ first, last })));
});

test("words and look that the organiser chose stay with the device when the server is gone", async () => {
  const before = await enrolled();
  const body = { texts: { thanks: { zh: "多谢", en: "Much obliged" } }, theme: "dark" as const };
  await putPresentation({ client: api.organiser, path: { device: "device-01" }, body });
  await before.configuration();
  rig.cable.state = "cut";
  const kiosk = await rig.switchOn();
  expect(await kiosk.configuration()).toMatchObject({ presentation: body });
});
