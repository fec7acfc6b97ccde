import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenedWindow } from "../../sdk/kiosk/node.ts";
import { createSdkApp, rating, type SdkApp } from "./support/app.ts";
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

const unit = "unit-001";

async function enrolled(units = [unit]) {
  const kiosk = await rig.switchOn();
  await kiosk.enrol(await rig.invite("device-01", units));
  await kiosk.queue.deliver();
  return kiosk;
}

/** Rates as the phone does that scanned the code. */
function rateByPhone({ link }: OpenedWindow): Promise<Response> {
  const [, token] = link.split("#");
  const { serial, answers } = rating(1);
  return api.settings.fetch("http://localhost/v1/window/ballots", {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ serial, answers }),
  });
}

test("the link of a code leads to the phone's page, with the code behind the fragment", async () => {
  const kiosk = await enrolled();
  const { link, expiresAt } = await kiosk.openWindow();
  expect(link).toMatch(/^http:\/\/localhost\/window\/#[\w.-]{100,}$/);
  expect(Date.parse(expiresAt) - api.clock()).toBe(10 * 60_000);
  expect((await rateByPhone({ link, visit: "", expiresAt })).status).toBe(201);
});

test("who rates on the device ends the code that was shown", async () => {
  const kiosk = await enrolled();
  const code = await kiosk.openWindow({ unit });
  await kiosk.rate({ unit, level: "satisfied", code: code.visit });
  await kiosk.queue.deliver();
  expect(await (await rateByPhone(code)).json()).toMatchObject({ code: "visit_already_rated" });
  expect(await api.countedBallots()).toBe(1);
});

test("a rating after a used code is the next visitor's: it counts on its own, once, however often its answer is lost", async () => {
  const kiosk = await enrolled();
  const code = await kiosk.openWindow({ unit });
  expect((await rateByPhone(code)).status).toBe(201);
  rig.cable.state = "answers lost";
  await kiosk.rate({ unit, level: "dissatisfied", code: code.visit });
  await kiosk.queue.deliver();
  rig.cable.state = "whole";
  await kiosk.queue.deliver();
  expect(await kiosk.queue.status()).toMatchObject({ pending: 0, refused: 0, state: "ready" });
  await kiosk.queue.deliver();
  expect(await api.countedBallots()).toBe(2);
});

test("a visit that has a reference is rated once, on the phone or on the device", async () => {
  const kiosk = await enrolled();
  const code = await kiosk.openWindow({ unit, visit: "A-0042" });
  expect((await rateByPhone(code)).status).toBe(201);
  await kiosk.rate({ unit, level: "satisfied", visit: "A-0042", code: code.visit });
  await kiosk.queue.deliver();
  expect(await kiosk.queue.status()).toMatchObject({ pending: 0, refused: 1 });
  expect(await api.countedBallots()).toBe(1);
});

test("without a network there is no code, and where the device rates several units it must say which", async () => {
  const kiosk = await enrolled(["unit-001", "unit-002"]);
  await expect(kiosk.openWindow()).rejects.toMatchObject({ code: "no_assignment" });
  rig.cable.state = "cut";
  await expect(kiosk.openWindow({ unit })).rejects.toMatchObject({
    code: "no_answer",
    retry: "later",
  });
});
