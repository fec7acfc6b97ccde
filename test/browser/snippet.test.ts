import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "../../sdk/build/bundle.ts";
import { programme, seedRounds } from "../support/seed.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";
import { launchChromium } from "./chromium.ts";
import { rateOn } from "./window-rig.ts";

const publicOrigin = "https://wanping.example";
const maker = "https://device.example";
let browser: Browser;
let context: BrowserContext;
let api: TestApp;
beforeAll(async () => {
  browser = await launchChromium();
  context = await browser.newContext({ locale: "zh-CN" });
  api = await createTestApp({ publicOrigin });
  await seedRounds(api.folder);
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

/** The page that the protocol prints, with a code that is good and a unit that exists. */
async function printed(): Promise<string> {
  const protocol = readFileSync(new URL("../../docs/kiosk-protocol.md", import.meta.url), "utf8");
  const [, page = ""] = /```html\n([\s\S]*?)```/.exec(protocol) ?? [];
  const device = { id: "device-01", label: "device-01" };
  const invited = await api.asOrganiser("POST", "/v1/devices", device);
  const { enrolmentCode }: { enrolmentCode: string } = await invited.json();
  const assignments = [{ unit: "unit-001", programme, from: "2020-06-01" }];
  await api.asOrganiser("PUT", "/v1/devices/device-01/assignments", { assignments });
  return page.replace("ABCD EFGH 2345 6777", enrolmentCode).replaceAll("unit-012", "unit-001");
}

/** The service, under the address that the protocol prints. */
async function service(route: Route): Promise<void> {
  const request = route.request();
  const body = request.postData();
  const response = await api.app.request(
    new Request(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      ...(body !== null && { body }),
    }),
  );
  const headers = Object.fromEntries(response.headers);
  await route.fulfill({ status: response.status, headers, body: await response.text() });
}

async function ratings() {
  const cells = await api.store.counting.cells("june");
  return cells.map(({ channel, count }) => ({ channel, count }));
}

test("the page that the protocol prints enrols, rates once and makes a link that a phone can open", async () => {
  const snippet = await printed();
  // As `npm run build:sdk` makes dist/kiosk.js.
  const entry = fileURLToPath(new URL("../../sdk/kiosk/index.ts", import.meta.url));
  const script = await bundle(entry, { format: "iife", name: "WanpingKiosk" });
  await context.route(`${publicOrigin}/**`, service);
  await context.route(`${maker}/**`, (route) =>
    route.request().url().endsWith("/kiosk.js")
      ? route.fulfill({ contentType: "text/javascript", body: script })
      : route.fulfill({ contentType: "text/html; charset=utf-8", body: snippet }),
  );
  const page = await context.newPage();
  const said: unknown[] = [];
  page.on("pageerror", (error) => said.push(error));
  page.on("console", (message) => {
    void message
      .args()[0]
      ?.jsonValue()
      .then((value) => said.push(value));
  });
  await page.goto(`${maker}/`);
  await expect.poll(() => said).toMatchObject([{ refused: 0 }, expect.any(String)]);
  await expect.poll(ratings).toEqual([{ channel: "kiosk", count: 1 }]);

  const phone = await context.newPage();
  await phone.goto(String(said[1]));
  await rateOn(phone, "满意");
  await phone.getByText("评价已记录").waitFor();
  expect(await ratings()).toEqual(
    expect.arrayContaining([
      { channel: "kiosk", count: 1 },
      { channel: "qr", count: 1 },
    ]),
  );
});
