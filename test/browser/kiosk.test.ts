import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "./chromium.ts";
import { createKioskServer } from "./kiosk-rig.ts";
import { makeOld } from "./old-browser.ts";

let browser: Browser;
let server: Awaited<ReturnType<typeof createKioskServer>>;
let context: BrowserContext;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await createKioskServer();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
});
afterEach(async () => {
  await context.close();
  await server.close();
});

const at = (page: Page, name: string) => page.locator(`main[data-screen=${name}]`);
const level = (page: Page, id: string) => page.locator(`[data-level=${id}]`);

async function enrolled(units = ["unit-001"]): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.address());
  await page.locator("#code").fill(await server.invite("device-01", units));
  await page.locator("button[type=submit]").click();
  await at(page, units.length === 1 ? "rate" : "unit").waitFor();
  return page;
}

/** The page can reload without a server as soon as its worker has kept it. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

async function waiting(page: Page, count: number): Promise<void> {
  await page.locator(`footer[data-pending="${count}"]`).waitFor();
}

test("the server is pulled away, two people rate, the page reloads, the server returns: exactly one ballot each", async () => {
  const page = await enrolled();
  await settled(page);
  await server.pullAway();

  await level(page, "satisfied").click();
  await at(page, "thanks").waitFor();
  await page.reload();
  await waiting(page, 1);
  await level(page, "very-satisfied").click();
  await at(page, "thanks").waitFor();
  await page.reload();
  await waiting(page, 2);
  expect(await server.api.countedBallots()).toBe(0);

  await server.bringBack();
  await page.reload();
  await waiting(page, 0);
  expect(await server.api.countedBallots()).toBe(2);
  await page.reload();
  await at(page, "rate").waitFor();
  expect(await server.api.countedBallots()).toBe(2);
});

test("the private key cannot be taken out of the browser", async () => {
  const page = await enrolled();
  const key = await page.evaluate(async () => {
    const opening = indexedDB.open("wanping-kiosk");
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const reading = opening.result.transaction("kept").objectStore("kept").get("credential");
    await new Promise((resolve) => {
      reading.onsuccess = resolve;
    });
    const { privateKey } = reading.result;
    const refused = await crypto.subtle.exportKey("jwk", privateKey).then(
      () => false,
      () => true,
    );
    return { extractable: privateKey.extractable, refused };
  });
  expect(key).toEqual({ extractable: false, refused: true });
});

test("one rates by keyboard alone: with a number, or by going to a face and pressing Enter", async () => {
  const page = await enrolled();
  await page.keyboard.press("2");
  await at(page, "thanks").waitFor();
  await at(page, "rate").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await at(page, "thanks").waitFor();
  await expect.poll(() => server.api.countedBallots()).toBe(2);
});

test("a screen reader hears the question, five named faces, and the thanks; axe finds nothing wrong", async () => {
  const page = await enrolled();
  const names = await page.getByRole("group").getByRole("button").allInnerTexts();
  expect(names.map((name) => name.replace(/\s+/g, " "))).toEqual([
    "非常满意 Very satisfied",
    "满意 Satisfied",
    "基本满意 Basically satisfied",
    "不满意 Dissatisfied",
    "非常不满意 Very dissatisfied",
  ]);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const box = await level(page, "satisfied").boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(120);
  await level(page, "satisfied").click();
  await page.getByRole("status").getByText("评价已记录").waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("after a bad rating one may say what was wrong; after the thanks the next person finds the faces", async () => {
  await context.close();
  context = await browser.newContext({ serviceWorkers: "block" });
  const sent: string[] = [];
  await context.route("**/v1/device", async (route) => {
    const response = await route.fetch();
    const configuration = await response.json();
    configuration.assignments[0].instrument.reasons = [
      { id: "slow", label: { zh: "等得太久", en: "Too slow" } },
      { id: "rude", label: { zh: "态度不好", en: "Unfriendly" } },
    ];
    await route.fulfill({ response, json: configuration });
  });
  await context.route("**/v1/ballots/batch", async (route) => {
    sent.push(route.request().postData() ?? "");
    await route.continue();
  });
  const page = await enrolled();
  await level(page, "dissatisfied").click();
  await at(page, "reasons").waitFor();
  await page.locator("[data-reason=slow]").click();
  expect(await page.locator("[data-reason=slow]").getAttribute("aria-pressed")).toBe("true");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.locator(".done").click();
  await at(page, "thanks").waitFor();
  await at(page, "rate").waitFor();
  await expect.poll(() => sent.length).toBe(1);
  expect(JSON.parse(sent[0] ?? "").ballots[0].answers).toEqual({
    kind: "levels",
    unit: "unit-001",
    level: "dissatisfied",
    reasons: ["slow"],
  });
});

test("a device for several windows asks once which one it stands at, and remembers", async () => {
  const page = await enrolled(["unit-001", "unit-002"]);
  await page.getByRole("button", { name: "窗口 unit-002" }).click();
  await at(page, "rate").waitFor();
  await page.reload();
  await at(page, "rate").waitFor();
  expect(await page.locator(".unit").innerText()).toBe("窗口 unit-002");
});

test("a wrong code is refused with a sentence that says what to do", async () => {
  const page = await context.newPage();
  await page.goto(server.address());
  await page.locator("#code").fill("ABC");
  await page.locator("button[type=submit]").click();
  await page.getByRole("alert").getByText("16").waitFor();
  await page.locator("#code").fill("AAAABBBBCCCCDDDD");
  await page.locator("button[type=submit]").click();
  await page.getByRole("alert").getByText("登记码不存在").waitFor();
});

test("it runs without anything that came after Chrome 67", async () => {
  await makeOld(context);
  const page = await enrolled();
  await level(page, "satisfied").click();
  await at(page, "thanks").waitFor();
  await expect.poll(() => server.api.countedBallots()).toBe(1);
});
