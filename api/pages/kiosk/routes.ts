import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { html, raw } from "hono/html";
import { createRouter } from "../../http/router.ts";
import { kioskScript, workerScript } from "./scripts.gen.ts";
import { kioskStyles } from "./styles.ts";

const utf8 = new TextEncoder();
const styleHash = btoa(String.fromCharCode(...sha256(utf8.encode(kioskStyles))));
const policy = `default-src 'none'; script-src 'self'; style-src 'sha256-${styleHash}'; img-src data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

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
  const scripts = { "kiosk.js": kioskScript, "worker.js": workerScript };
  for (const [name, script] of Object.entries(scripts)) {
    const tag = `"${bytesToHex(sha256(utf8.encode(script)))}"`;
    router.get(`/kiosk/${name}`, (c) => {
      // A worker is held to the policy that it came with, not to the page's.
      c.header("Content-Security-Policy", policy);
      c.header("ETag", tag);
      c.header("Cache-Control", "no-cache");
      if (c.req.header("if-none-match") === tag) return c.body(null, 304);
      return c.body(script, 200, { "Content-Type": "text/javascript; charset=utf-8" });
    });
  }
  return router;
}
