import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { createKioskServer } from "./kiosk-rig.ts";

export const at = (page: Page, name: string) => page.locator(`main[data-screen=${name}]`);
export const level = (page: Page, id: string) => page.locator(`[data-level=${id}]`);
export const codeOf = (page: Page) => page.locator("aside.code:not([hidden]) svg");
export const linkOf = async (page: Page) =>
  (await page.locator("aside.code:not([hidden]) a").getAttribute("href")) ?? "";

/** A kiosk at a window and phones around it, all on the real app. */
export async function createWindowRig(browser: Browser) {
  const server = await createKioskServer();
  // No worker between page and server, so that a test sees every request.
  const kiosk = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    serviceWorkers: "block",
  });

  /** A kiosk that shows its faces; whether a code comes is the test's business. */
  async function openKiosk(): Promise<Page> {
    const page = await kiosk.newPage();
    await page.goto(server.address());
    await page.locator("#code").fill(await server.invite("device-01", ["unit-001"]));
    await page.locator("button[type=submit]").click();
    await at(page, "rate").waitFor();
    return page;
  }
  async function openPhone(options: BrowserContextOptions = {}): Promise<Page> {
    const viewport = { width: 390, height: 844 };
    const context = await browser.newContext({ viewport, locale: "zh-CN", ...options });
    return context.newPage();
  }
  /** A phone that has opened the code of the kiosk. */
  async function phoneWith(link: string, options: BrowserContextOptions = {}): Promise<Page> {
    const phone = await openPhone(options);
    await phone.goto(link);
    return phone;
  }
  return {
    server,
    kiosk,
    openKiosk,
    openPhone,
    phoneWith,
    counted: () => server.api.countedBallots(),
    async close(): Promise<void> {
      for (const context of browser.contexts()) await context.close();
      await server.close();
    },
  };
}

/** Chooses a face and sends: two taps. */
export async function rateOn(phone: Page, name: string): Promise<void> {
  await phone.getByRole("radio", { name, exact: true }).check();
  await phone.locator("button[type=submit]").click();
}

/** Nothing that axe finds, and no scrolling sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const screen = await page.locator("main").getAttribute("data-screen");
  expect(violations.map(({ id, nodes }) => `${screen} ${id} ${nodes[0]?.html}`)).toEqual([]);
  const sideways = await page.evaluate(() => document.body.scrollWidth - window.innerWidth);
  expect(sideways, `${screen} scrolls sideways`).toBeLessThanOrEqual(0);
}
