import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { putAssignments, putPresentation } from "../../sdk/index.ts";
import type { Presentation } from "../../sdk/kiosk/index.ts";
import { programme } from "../support/seed.ts";
import { launchChromium } from "./chromium.ts";
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

async function present(presentation: Presentation): Promise<void> {
  const path = { device: "device-01" };
  await putPresentation({ client: rig.server.api.organiser, path, body: presentation });
}

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test("the organiser's words and look are there within the hour, and words taken back give way to the device's own", async () => {
  await rig.kiosk.clock.install();
  const page = await rig.openKiosk();
  await page.getByRole("heading", { name: "请评价本次服务" }).waitFor();
  await present({
    texts: {
      question: { zh: "今天办得顺利吗？", en: "Did it go well today?" },
      thanks: { zh: "多谢支持！", en: "Many thanks!" },
      notice: { zh: "投诉请到二楼服务台", en: "Complaints: desk on the second floor" },
    },
    theme: "high-contrast",
  });
  await page.clock.runFor(3_601_000);
  await page.getByRole("heading", { name: "今天办得顺利吗？" }).waitFor();
  await page.getByText("投诉请到二楼服务台").waitFor();
  expect(await paper(page)).toBe("rgb(0, 0, 0)");
  await codeOf(page).waitFor();
  await level(page, "satisfied").click();
  await at(page, "thanks").getByRole("heading", { name: "多谢支持！" }).waitFor();

  await present({});
  await page.clock.runFor(5000);
  await at(page, "rate").waitFor();
  await page.clock.runFor(3_600_000);
  await page.getByRole("heading", { name: "请评价本次服务" }).waitFor();
  expect(await paper(page)).toBe("rgb(250, 248, 243)");
});

test("a device that is moved to other units asks which, and the keys of the faces it had before rate nothing", async () => {
  await rig.kiosk.clock.install();
  const page = await rig.openKiosk();
  const assignments = ["unit-002", "unit-003"].map((unit) => ({
    ...{ unit, programme, from: "2020-06-01" },
  }));
  const path = { device: "device-01" };
  await putAssignments({ client: rig.server.api.organiser, path, body: { assignments } });
  await page.clock.runFor(3_601_000);
  await at(page, "unit").waitFor();
  await page.keyboard.press("1");
  await page.clock.runFor(5000);
  await at(page, "unit").waitFor({ timeout: 1000 });
});

test.each(["light", "dark", "high-contrast"] as const)(
  "in %s colours axe finds nothing wrong and the code can be scanned",
  async (theme) => {
    const page = await rig.openKiosk();
    await present({ theme });
    await page.reload();
    await codeOf(page).waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe(theme);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await scan(browser, codeOf(page))).toBe(await linkOf(page));
  },
);
