import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { organiserKey, organiserToken } from "../../api/node/secrets.ts";
import { startServer } from "../runtime/node-process.ts";
import { publishedRound } from "../support/published-round.ts";
import { launchChromium } from "./chromium.ts";

const folder = mkdtempSync(join(tmpdir(), "wanping-"));
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;
let round: string;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder });
  const key = await organiserKey(folder);
  const token = await organiserToken(key, { now: Date.now(), seconds: 600, subject: "pages" });
  round = await publishedRound(server.address, token);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  server.child.kill("SIGTERM");
  await server.ended;
  rmSync(folder, { recursive: true });
});

const pages = () => [
  "/",
  `/rounds/${round}`,
  `/rounds/${round}?q=窗口&sort=n`,
  `/rounds/${round}/units/unit-001`,
  `/rounds/${round}/units/unit-002`,
  "/docs",
  "/docs/problems",
  "/rounds/no-such-round",
];

const readers = [
  { width: 1200, colorScheme: "light", locale: "zh-CN" },
  { width: 360, colorScheme: "dark", locale: "en-GB" },
] as const;

describe.each(readers)("$width pixels, $colorScheme, $locale", ({ width, ...reader }) => {
  test("no page breaks a rule of axe, scrolls sideways, or loads anything from elsewhere", async () => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled: true,
      ...reader,
    });
    const asked: string[] = [];
    context.on("request", (request) => asked.push(new URL(request.url()).origin));
    for (const path of pages()) {
      const tab = await context.newPage();
      await tab.goto(encodeURI(server.address + path));
      const { violations } = await new AxeBuilder({ page: tab }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
      const sideways = await tab.evaluate(() => document.body.scrollWidth - window.innerWidth);
      expect(sideways, path).toBeLessThanOrEqual(0);
      await tab.close();
    }
    expect([...new Set(asked.filter((origin) => origin !== "null"))]).toEqual([server.address]);
    await context.close();
  });
});

test("a reader without scripts finds a unit by keyboard and sees why it has no figures", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "zh-CN" });
  const tab = await context.newPage();
  await tab.goto(`${server.address}/rounds/${round}`);
  await tab.getByLabel("单位名称").fill("安静");
  await tab.keyboard.press("Enter");
  await tab.getByRole("link", { name: "安静科" }).press("Enter");
  expect(await tab.getByRole("main").innerText()).toContain("不显示任何数字");
  await context.close();
});

test("the language switch keeps the place and changes the words", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const tab = await context.newPage();
  await tab.goto(`${server.address}/rounds/${round}/units/unit-001`);
  await tab.getByRole("link", { name: "English" }).click();
  expect(new URL(tab.url()).pathname).toBe(`/rounds/${round}/units/unit-001`);
  expect(await tab.getByRole("heading", { level: 2 }).first().innerText()).toBe(
    "Duties and commitment",
  );
  await context.close();
});
