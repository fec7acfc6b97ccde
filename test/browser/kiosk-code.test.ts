import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { exampleOf } from "../../schema/contract/problem.ts";
import { launchChromium } from "./chromium.ts";
import { makeOld } from "./old-browser.ts";
import { scan } from "./picture.ts";
import { at, codeOf, createWindowRig, level, linkOf } from "./window-rig.ts";

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

/** How often the kiosk has asked for a code. */
function asked(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/v1/device/windows")) count += 1;
  });
  return () => count;
}

async function kioskWithClock(): Promise<{ page: Page; questions: () => number }> {
  await rig.kiosk.clock.install();
  const page = await rig.openKiosk();
  return { page, questions: asked(page) };
}

test("a code gives way to another after two minutes, and is asked for no more often", async () => {
  const { page, questions } = await kioskWithClock();
  await codeOf(page).waitFor();
  const first = await linkOf(page);
  const before = questions();
  await page.clock.runFor(110_000);
  expect(questions()).toBe(before);
  await page.clock.runFor(15_000);
  await expect.poll(() => linkOf(page)).not.toBe(first);
  expect(questions()).toBe(before + 1);
});

test("without a network there is no code and no question; with one there is a code again", async () => {
  const { page, questions } = await kioskWithClock();
  await codeOf(page).waitFor();
  await rig.kiosk.setOffline(true);
  await codeOf(page).waitFor({ state: "detached" });
  const before = questions();
  await level(page, "satisfied").click();
  await at(page, "thanks").waitFor();
  await page.clock.runFor(3_600_000);
  await at(page, "rate").waitFor();
  expect(questions()).toBe(before);
  await rig.kiosk.setOffline(false);
  await codeOf(page).waitFor();
  await expect.poll(rig.counted).toBe(1);
});

test("a server that does not answer hides the code and is asked again ever more seldom", async () => {
  await rig.kiosk.route("**/v1/device/windows", (route) => route.abort());
  const { page, questions } = await kioskWithClock();
  for (let step = 0; step < 12; step++) {
    const before = questions();
    await page.clock.runFor(600_000);
    await expect.poll(questions).toBeGreaterThan(before);
  }
  expect(await codeOf(page).count()).toBe(0);
  expect(questions()).toBeLessThan(60);
  await rig.kiosk.unroute("**/v1/device/windows");
  await page.clock.runFor(600_000);
  await codeOf(page).waitFor();
});

test("where the programme offers no code, the faces stand alone and the question is put once an hour", async () => {
  await rig.kiosk.route("**/v1/device/windows", (route) =>
    route.fulfill({ status: 422, json: exampleOf("off_instrument") }),
  );
  const { page, questions } = await kioskWithClock();
  await page.clock.runFor(50 * 60_000);
  expect(questions()).toBeLessThanOrEqual(1);
  expect(await codeOf(page).count()).toBe(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test.each([
  { width: 1024, height: 600 },
  { width: 768, height: 1024 },
])(
  "at $width × $height faces and code fit on the screen, and axe finds nothing wrong",
  async (size) => {
    const page = await rig.openKiosk();
    await page.setViewportSize(size);
    await codeOf(page).waitFor();
    await page.getByRole("button", { name: "换一个码" }).click();
    const overflow = () =>
      page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight];
      });
    // The code before it was drawn for a larger screen, and stands until the new one comes.
    await expect.poll(overflow).toEqual([0, 0]);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const face = await level(page, "very-dissatisfied").boundingBox();
    expect(Math.min(face?.width ?? 0, face?.height ?? 0)).toBeGreaterThan(70);
  },
);

test("an old browser, forced into dark colours, still shows a code that can be scanned", async () => {
  await makeOld(rig.kiosk);
  const page = await rig.openKiosk();
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
  await codeOf(page).waitFor();
  expect(await scan(browser, codeOf(page))).toBe(await linkOf(page));
});
