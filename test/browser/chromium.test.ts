import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { launchChromium } from "./chromium.ts";

const page = (text: string) => `<!doctype html><html lang="zh-CN"><head><title>万评</title></head>
  <body><main><h1>万评</h1><p style="font-size: 24px; ${text}">非常满意</p></main></body></html>`;

test("the browser draws Chinese with a Chinese font, and axe tells good from bad", async () => {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext();
    const tab = await context.newPage();

    await tab.setContent(page("color: #111"));
    expect(await drawnAlike(tab, "非", "满")).toBe(false);
    expect((await new AxeBuilder({ page: tab }).analyze()).violations).toEqual([]);

    await tab.setContent(page("color: #ddd; background: #fff"));
    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    expect(violations.map(({ id }) => id)).toEqual(["color-contrast"]);
  } finally {
    await browser.close();
  }
});

/** Without a font for them, all characters are the same empty box. */
function drawnAlike(tab: Page, one: string, other: string) {
  return tab.evaluate(
    (characters) => {
      const [first, second] = characters.map((character) => {
        const canvas = document.createElement("canvas");
        const context = canvas.getContext("2d");
        if (context) context.font = "48px sans-serif";
        context?.fillText(character, 10, 60);
        return canvas.toDataURL();
      });
      return first === second;
    },
    [one, other],
  );
}
