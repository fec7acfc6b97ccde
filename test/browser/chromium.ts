import { type Browser, chromium } from "playwright-core";

/** Debian's Chromium, since browsers that come over the network are not everywhere to be had. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    // In a container one is often root, and there Chromium's own sandbox does not start.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}
