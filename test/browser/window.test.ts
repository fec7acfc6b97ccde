import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "./chromium.ts";
import { scan } from "./picture.ts";
import { at, codeOf, createWindowRig, level, linkOf, rateOn } from "./window-rig.ts";

let browser: Browser;
let rig: Awaited<ReturnType<typeof createWindowRig>>;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  rig = await createWindowRig(browser);
});
afterEach(() => rig.close());

test("the picture on the kiosk, scanned, opens the phone's page, which rates once; a second use is told so", async () => {
  const kiosk = await rig.openKiosk();
  const picture = codeOf(kiosk);
  await picture.waitFor();
  expect(await picture.getAttribute("aria-label")).toContain("QR code");
  const link = await scan(browser, picture);
  expect(link).toBe(await linkOf(kiosk));

  const phone = await rig.phoneWith(link);
  await at(phone, "rate").waitFor();
  expect(await phone.locator(".visit").innerText()).toMatch(/窗口 unit-001[\s\S]*2020年6月1日/);
  await rateOn(phone, "满意");
  await phone.getByText("评价已记录，计入本轮评议").waitFor();
  expect(await rig.counted()).toBe(1);

  const other = await rig.phoneWith(link);
  await rateOn(other, "不满意");
  await at(other, "visit_already_rated").getByText("一次服务只计一次").waitFor();
  expect(await rig.counted()).toBe(1);
});

test("the code is in no address that a server sees, and leaves the phone's own", async () => {
  const kiosk = await rig.openKiosk();
  await codeOf(kiosk).waitFor();
  const link = await linkOf(kiosk);
  const [, token = ""] = link.split("#");
  const phone = await rig.openPhone();
  const seen: string[] = [];
  phone.on("request", (request) => {
    const { referer = "", cookie = "" } = request.headers();
    seen.push(request.url(), referer, cookie);
  });
  await phone.goto(link);
  await at(phone, "rate").waitFor();
  expect(phone.url()).toBe(rig.server.phonePage());
  await rateOn(phone, "满意");
  await at(phone, "thanks").waitFor();
  expect(seen.length).toBeGreaterThan(6);
  expect(seen.filter((text) => text.includes(token))).toEqual([]);
  const kept = await phone.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(kept).not.toContain("answers");
});

test("the network goes between the tap and the answer: kept over a reload, sent again, one ballot", async () => {
  const kiosk = await rig.openKiosk();
  await codeOf(kiosk).waitFor();
  const phone = await rig.phoneWith(await linkOf(kiosk));
  const sent: string[] = [];
  let answered = false;
  await phone.route("**/v1/window/ballots", async (route) => {
    sent.push(route.request().postData() ?? "");
    const response = await route.fetch();
    await (answered ? route.fulfill({ response }) : route.abort());
  });
  await rateOn(phone, "不满意");
  await at(phone, "waiting").getByText("点多少次都只计一次").waitFor();
  expect(await rig.counted()).toBe(1);

  await phone.getByRole("button", { name: "再试一次" }).click();
  await expect.poll(() => sent.length).toBe(2);
  await at(phone, "waiting").waitFor();
  await phone.reload();
  await at(phone, "waiting").waitFor();
  answered = true;
  await phone.getByRole("button", { name: "再试一次" }).click();
  await at(phone, "thanks").waitFor();
  expect(sent).toEqual([sent[0], sent[0], sent[0]]);
  expect(await rig.counted()).toBe(1);

  await phone.reload();
  await at(phone, "thanks").waitFor();
  expect(await rig.counted()).toBe(1);
});

test("no network at all between the tap and the server: sent once there is one", async () => {
  const kiosk = await rig.openKiosk();
  await codeOf(kiosk).waitFor();
  const phone = await rig.phoneWith(await linkOf(kiosk));
  await at(phone, "rate").waitFor();
  await phone.context().setOffline(true);
  await rateOn(phone, "满意");
  await at(phone, "waiting").waitFor();
  expect(await rig.counted()).toBe(0);
  await phone.context().setOffline(false);
  await phone.getByRole("button", { name: "再试一次" }).click();
  await at(phone, "thanks").waitFor();
  expect(await rig.counted()).toBe(1);
});

test("who rates on the screen after all ends the code, and the next visitor finds another", async () => {
  const kiosk = await rig.openKiosk();
  await codeOf(kiosk).waitFor();
  const link = await linkOf(kiosk);
  const phone = await rig.phoneWith(link);
  await at(phone, "rate").waitFor();

  await level(kiosk, "very-satisfied").click();
  await at(kiosk, "thanks").waitFor();
  await kiosk.locator('footer[data-pending="0"]').waitFor();
  await rateOn(phone, "非常不满意");
  await at(phone, "visit_already_rated").waitFor();
  expect(await rig.counted()).toBe(1);

  await at(kiosk, "rate").waitFor();
  await codeOf(kiosk).waitFor();
  expect(await linkOf(kiosk)).not.toBe(link);
});

test("after a code was used on a phone, whoever presses a face is the next visitor and counts", async () => {
  const kiosk = await rig.openKiosk();
  await codeOf(kiosk).waitFor();
  const phone = await rig.phoneWith(await linkOf(kiosk));
  await rateOn(phone, "满意");
  await at(phone, "thanks").waitFor();
  await level(kiosk, "satisfied").click();
  await expect.poll(rig.counted).toBe(2);
  await kiosk.locator('footer[data-pending="0"]').waitFor();
  expect(await kiosk.locator("footer").innerText()).toBe("");
});

test("a reload before the rating goes on with the same code; another code in the same tab takes its place", async () => {
  const kiosk = await rig.openKiosk();
  await codeOf(kiosk).waitFor();
  const first = await linkOf(kiosk);
  const phone = await rig.phoneWith(first);
  await at(phone, "rate").waitFor();
  await phone.reload();
  await rateOn(phone, "满意");
  await at(phone, "thanks").waitFor();

  await kiosk.getByRole("button", { name: "换一个码" }).click();
  await expect.poll(() => linkOf(kiosk)).not.toBe(first);
  await phone.goto(await linkOf(kiosk));
  await rateOn(phone, "满意");
  await at(phone, "thanks").waitFor();
  expect(await rig.counted()).toBe(2);
});
