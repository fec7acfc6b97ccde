import { afterEach, beforeEach, expect, test, vi } from "vitest";
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

test("what waited when the device was switched off is sent when it is switched on, without another rating", async () => {
  const before = await rig.switchOn();
  await before.enrol(await rig.invite("device-01"));
  await before.queue.deliver();
  rig.cable.state = "cut";
  await before.rate({ unit: "unit-001", level: "satisfied" });
  await before.queue.deliver();
  rig.cable.state = "whole";
  const after = await rig.switchOn();
  await vi.waitFor(async () => expect(await after.queue.status()).toMatchObject({ pending: 0 }));
  expect(await api.countedBallots()).toBe(1);
});

test("a backup that is not whole is refused, and the queue stays as it was", async () => {
  const kiosk = await rig.switchOn();
  await kiosk.enrol(await rig.invite("device-01"));
  rig.cable.state = "cut";
  await kiosk.rate({ unit: "unit-001", level: "satisfied" });
  const backup = await kiosk.queue.export();
  const damaged = [
    "",
    "[]",
    '"wanping-queue-1"',
    backup.slice(0, -1),
    backup.replace("wanping-queue-1", "wanping-queue-9"),
    backup.replace(/"serial":"[^"]+"/, '"serial":7'),
    backup.replace(/"number":1/, '"number":"1"'),
    backup.replace(/"entries":\[/, '"entries":[null,'),
  ];
  for (const text of damaged) {
    await expect(kiosk.queue.import(text)).rejects.toMatchObject({ code: "bad_backup" });
  }
  expect(await kiosk.queue.status()).toMatchObject({ pending: 1 });
  expect(await kiosk.queue.import(backup)).toBe(0);
});
