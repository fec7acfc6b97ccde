import type { Browser, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exampleOf } from "../../schema/contract/problem.ts";
import { castBallot, openWindow, revokeDevice } from "../../sdk/index.ts";
import { rating } from "../sdk/support/app.ts";
import { programme } from "../support/seed.ts";
import { launchChromium } from "./chromium.ts";
import { makeOld } from "./old-browser.ts";
import { at, createWindowRig, expectAccessible, rateOn } from "./window-rig.ts";

let browser: Browser;
let rig: Awaited<ReturnType<typeof createWindowRig>>;
let device: ReturnType<typeof rig.server.api.asDevice>;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  rig = await createWindowRig(browser);
  const { api } = rig.server;
  device = api.asDevice(await api.newDevice("device-02"));
});
afterEach(() => rig.close());

/** A link as any device makes it, with a visit reference or without. */
async function linkFor(visit?: string): Promise<string> {
  const body = { unit: "unit-001", programme, ...(visit !== undefined && { visit }) };
  const { token } = await openWindow({ client: device, body });
  return `${rig.server.phonePage()}#${token}`;
}

const heading = (phone: Page) => phone.getByRole("heading", { level: 1 }).innerText();

test("an expired code says so, and what to do", async () => {
  const link = await linkFor();
  rig.server.api.clock.set("2020-06-01T09:10:01+08:00");
  const phone = await rig.phoneWith(link);
  await at(phone, "expired").getByText("扫描评价器上的新码").waitFor();
});

test("a code that expires while somebody thinks, and one that expires before an answer came, say what is known", async () => {
  const phone = await rig.phoneWith(await linkFor());
  await at(phone, "rate").waitFor();
  const unlucky = await rig.phoneWith(await linkFor());
  await unlucky.route("**/v1/window/ballots", (route) => route.abort());
  await rateOn(unlucky, "满意");
  await at(unlucky, "waiting").waitFor();
  rig.server.api.clock.set("2020-06-01T09:10:01+08:00");
  await rateOn(phone, "满意");
  await at(phone, "expired").waitFor();
  await unlucky.unroute("**/v1/window/ballots");
  await unlucky.getByRole("button", { name: "再试一次" }).click();
  await at(unlucky, "expired_unanswered").getByText("结果不明").waitFor();
  await unlucky.reload();
  await at(unlucky, "expired_unanswered").waitFor();
});

test("another code scanned into the same tab pushes out no rating that the server has not confirmed", async () => {
  const phone = await rig.phoneWith(await linkFor());
  await phone.route("**/v1/window/ballots", (route) => route.abort());
  await rateOn(phone, "满意");
  await at(phone, "waiting").waitFor();
  await phone.unroute("**/v1/window/ballots");
  await phone.goto(await linkFor());
  await at(phone, "rate").waitFor();
  await expect.poll(() => rig.counted()).toBe(1);
  await rateOn(phone, "满意");
  await at(phone, "thanks").waitFor();
  await phone.reload();
  await at(phone, "thanks").waitFor();
  expect(await rig.counted()).toBe(2);
});

test("what the server says of the code before does not take the place of the one scanned since", async () => {
  const [first, second] = [await linkFor(), await linkFor("A-0042")];
  const phone = await rig.openPhone();
  const held: Route[] = [];
  await phone.route("**/v1/window", (route) =>
    held.length === 0 ? void held.push(route) : route.continue(),
  );
  await phone.goto(first);
  await expect.poll(() => held.length).toBe(1);
  await phone.goto(second);
  await at(phone, "rate").waitFor();
  const answered = phone.waitForResponse("**/v1/window");
  await held[0]?.continue();
  await answered;
  await rateOn(phone, "满意");
  await at(phone, "thanks").waitFor();
  const again = await castBallot({ client: device, body: { ...rating(1), visit: "A-0042" } }).catch(
    (error: { code?: string }) => error.code,
  );
  expect(again).toBe("visit_already_rated");
});

test("a visit with a reference is rated days later by the same page, unless it was rated at the window", async () => {
  const late = await linkFor("A-0042");
  const rated = await linkFor("A-0043");
  await castBallot({ client: device, body: { ...rating(1), visit: "A-0043" } });
  rig.server.api.clock.set("2020-06-20T12:00:00+08:00");
  const phone = await rig.phoneWith(late);
  expect(await phone.locator(".visit").innerText()).toContain("2020年6月1日");
  await rateOn(phone, "满意");
  await at(phone, "thanks").waitFor();
  const other = await rig.phoneWith(rated);
  await rateOn(other, "满意");
  await at(other, "visit_already_rated").waitFor();
  expect(await rig.counted()).toBe(2);
});

test("a broken link, no link, and a code of a device that was withdrawn each say what to do", async () => {
  const link = await linkFor();
  const broken = await rig.phoneWith(link.slice(0, -9));
  await at(broken, "bad_link").getByText("请完整复制").waitFor();
  const empty = await rig.phoneWith(rig.server.phonePage());
  await at(empty, "bad_link").waitFor();
  const why = { role: "supervisor", reason: "stolen" } as const;
  const path = { device: "device-02" };
  await revokeDevice({ client: rig.server.api.organiser, path, body: why });
  const phone = await rig.phoneWith(link);
  await at(phone, "credential_revoked").waitFor();
});

test("a receipt's own words tell a late rating from one that counts", async () => {
  const phone = await rig.phoneWith(await linkFor("A-0042"));
  await at(phone, "rate").waitFor();
  rig.server.api.clock.set("2020-07-01T00:00:00+08:00");
  const early = { role: "Supervision office", reason: "Every device has reported." };
  const closed = await rig.server.api.asOrganiser("POST", "/v1/rounds/june/close", { early });
  expect(closed.status).toBe(200);
  await rateOn(phone, "满意");
  await at(phone, "thanks").getByText("不计分").waitFor();
});

test("a round that is not open, a busy server and no network offer another try, which goes on", async () => {
  const link = await linkFor();
  const phone = await rig.openPhone();
  const answers = [
    (url: string) => ({ url, status: 409, json: exampleOf("round_not_open") }),
    (url: string) => ({ url, status: 503, json: exampleOf("overloaded") }),
  ];
  let turn = 0;
  await phone.route("**/v1/window", async (route) => {
    const answer = answers[turn++];
    if (answer) await route.fulfill(answer(route.request().url()));
    else if (turn === 3) await route.abort();
    else await route.continue();
  });
  await phone.goto(link);
  for (const screen of ["round_not_open", "busy", "no_answer"]) {
    await at(phone, screen).getByRole("button", { name: "再试一次" }).click();
  }
  await rateOn(phone, "满意");
  await at(phone, "thanks").waitFor();
});

test("without JavaScript the page says what to do, in both languages", async () => {
  const phone = await rig.phoneWith(await linkFor(), { javaScriptEnabled: false });
  const words = await phone.locator("main").innerText();
  expect(words).toContain("直接在窗口的评价器上评价");
  expect(words).toContain("rate on the device at the window");
});

test("a browser of 2018, and one that keeps nothing, rate all the same", async () => {
  const old = await rig.openPhone();
  await makeOld(old.context());
  await old.goto(await linkFor());
  await rateOn(old, "满意");
  await at(old, "thanks").waitFor();

  const forgetful = await rig.openPhone();
  await forgetful.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("no storage", "SecurityError");
    };
    Object.defineProperty(window, "sessionStorage", { get: refuse });
  });
  await forgetful.goto(await linkFor());
  await rateOn(forgetful, "满意");
  await at(forgetful, "thanks").waitFor();
  expect(await rig.counted()).toBe(2);
});

test("one rates by keyboard alone, and hears each screen by its heading", async () => {
  const phone = await rig.phoneWith(await linkFor(), { locale: "en-GB" });
  await at(phone, "rate").waitFor();
  expect(await phone.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  for (const key of ["Tab", "ArrowDown", "ArrowDown", "Tab"]) await phone.keyboard.press(key);
  expect(await phone.getByRole("radio", { name: "Basically satisfied" }).isChecked()).toBe(true);
  await phone.keyboard.press("Enter");
  await at(phone, "thanks").waitFor();
  expect(await heading(phone)).toBe("Thank you!");
  expect(await phone.evaluate(() => document.activeElement?.tagName)).toBe("H1");
});

describe.each([
  { colorScheme: "light", locale: "zh-CN", width: 320, names: ["不满意", "等得太久", "English"] },
  { colorScheme: "dark", locale: "en-GB", width: 390, names: ["Dissatisfied", "Too slow", "中文"] },
] as const)("$colorScheme, $locale, $width pixels", ({ width, names, ...reader }) => {
  test("every screen keeps the rules of axe; reasons follow a bad rating; the language changes under the finger", async () => {
    const phone = await rig.openPhone({ viewport: { width, height: 640 }, ...reader });
    const sent: string[] = [];
    await phone.route("**/v1/window", async (route) => {
      const response = await route.fetch();
      const form = await response.json();
      form.instrument.reasons = [{ id: "slow", label: { zh: "等得太久", en: "Too slow" } }];
      await route.fulfill({ response, json: form });
    });
    await phone.route("**/v1/window/ballots", async (route) => {
      sent.push(route.request().postData() ?? "");
      await route.abort();
    });
    await phone.goto(await linkFor());
    await at(phone, "rate").waitFor();
    const [level, reason, other] = names;
    expect(await phone.getByRole("checkbox").count()).toBe(0);
    await phone.getByRole("radio", { name: level, exact: true }).check();
    await phone.getByRole("checkbox", { name: reason }).check();
    await phone.getByRole("button", { name: other }).click();
    await expectAccessible(phone);
    await phone.getByRole("button").first().click();
    expect(await phone.getByRole("checkbox", { name: reason }).isChecked()).toBe(true);
    await phone.locator("summary").click();
    await expectAccessible(phone);
    await phone.locator("button[type=submit]").click();
    await at(phone, "waiting").waitFor();
    await expectAccessible(phone);
    expect(JSON.parse(sent[0] ?? "").answers).toMatchObject({
      level: "dissatisfied",
      reasons: ["slow"],
    });

    const rated = await rig.phoneWith(await linkFor(), {
      viewport: { width, height: 640 },
      ...reader,
    });
    await rateOn(rated, level);
    await at(rated, "thanks").waitFor();
    await rated.locator("summary").click();
    await expectAccessible(rated);
    await rated.goto(`${rig.server.phonePage()}#nonsense`);
    await at(rated, "bad_link").waitFor();
    await expectAccessible(rated);
  });
});
