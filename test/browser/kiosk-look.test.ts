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

test("whatever the organiser writes is inside the screen at 1024x600 and 600x1024; at 800x480 question, faces and code are", async () => {
  const page = await rig.openKiosk();
  const texts = {
    question: {
      zh: "请您对今天在本窗口办理不动产登记业务时工作人员的服务态度、办事效率和解释是否清楚作总体评价，谢谢您的支持与配合，祝您愉快",
      en: "How do you rate the service that you received here today?",
    },
    notice: {
      zh: "评价不记录您的身份，工作人员看不到是谁评的。如需投诉或建议，请拨打监督电话 00000-000000，或到二楼服务台。",
      en: "Your rating is anonymous. Complaints and suggestions: call 00000-000000 or ask at the desk on the second floor.",
    },
  };
  expect(texts.question.zh.length).toBe(60);
  await present({ texts });
  const everything = "h1, .unit, .face, .code, .code *, .notice, footer";
  for (const [width, height, parts] of [
    [1024, 600, everything],
    [600, 1024, everything],
    [800, 480, "h1, .unit, .face, .code svg"],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.reload();
    await codeOf(page).waitFor();
    const outside = await page.evaluate(
      (selector) =>
        Array.from(document.querySelectorAll(selector))
          .filter((part) => {
            const { left, top, right, bottom } = part.getBoundingClientRect();
            return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
          })
          .map((part) => `${part.localName} ${part.getBoundingClientRect().bottom}`),
      parts,
    );
    expect.soft(outside, `${width}x${height}`).toEqual([]);
    expect.soft(await scan(browser, codeOf(page))).toBe(await linkOf(page));
  }
});
