import type { Browser, Locator } from "playwright-core";
import decodeQr from "qr/decode.js";

/** What a camera reads off the screen: the pixels as drawn, by a decoder that shares nothing with our encoder. */
export async function scan(browser: Browser, picture: Locator): Promise<string> {
  const png = (await picture.screenshot()).toString("base64");
  const page = await browser.newPage();
  const { width, height, data } = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/png;base64,${text}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height);
    return { width: image.width, height: image.height, data: Array.from(pixels?.data ?? []) };
  }, png);
  await page.close();
  return decodeQr({ width, height, data: Uint8Array.from(data) });
}
