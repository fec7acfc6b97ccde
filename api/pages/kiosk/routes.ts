import { html, raw } from "hono/html";
import { createRouter } from "../../http/router.ts";
import { policyFor, scriptRoutes } from "../scripted.ts";
import { codeScript, kioskScript, workerScript } from "./scripts.gen.ts";
import { kioskStyles } from "./styles.ts";

const policy = policyFor(kioskStyles);
const scripts = { "kiosk.js": kioskScript, "qr.js": codeScript, "worker.js": workerScript };

const page = html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>评价器 Rating device · 万评 Wanping</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>${raw(kioskStyles)}</style></head>
<body><main><h1>万评 <span lang="en" class="en">Wanping</span></h1>
<noscript><p>评价器需要 JavaScript。<span lang="en" class="en">The rating device needs JavaScript.</span></p></noscript></main>
<footer></footer>
<script src="kiosk.js"></script></body></html>`;

/** The rating device as a page: any browser from Chrome 67 on becomes one. */
export function kioskRoutes() {
  const router = createRouter();
  router.get("/kiosk", (c) => c.redirect("/kiosk/", 301));
  router.get("/kiosk/", (c) => {
    c.header("Content-Security-Policy", policy);
    c.header("Cache-Control", "no-cache");
    return c.html(page);
  });
  router.route("/", scriptRoutes("/kiosk/", policy, scripts));
  return router;
}
