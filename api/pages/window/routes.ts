import { html, raw } from "hono/html";
import { languageOf } from "../../http/language.ts";
import { createRouter } from "../../http/router.ts";
import type { Services } from "../../routes/services.ts";
import { policyFor, scriptRoutes } from "../scripted.ts";
import { windowScript } from "./scripts.gen.ts";
import { windowStyles } from "./styles.ts";

const policy = policyFor(windowStyles);

function inBoth(zh: string, en: string) {
  return html`<span lang="zh-CN" class="zh">${zh}</span> <span lang="en" class="en">${en}</span>`;
}

/** What a scanned code opens. The code itself stands behind `#`, so that it reaches no log and no Referer. */
export function windowPageRoutes({ county }: Pick<Services, "county">) {
  const router = createRouter();
  router.get("/window", (c) => c.redirect("/window/", 301));
  router.get("/window/", (c) => {
    const asked = c.req.query("lang") ?? languageOf(c.req.header("accept-language"));
    c.header("Content-Security-Policy", policy);
    c.header("Cache-Control", "no-cache");
    c.header("Vary", "Accept-Language");
    const notice = county.notice && inBoth(county.notice.zh, county.notice.en);
    return c.html(html`<!doctype html>
<html lang="${asked === "en" ? "en" : "zh-CN"}">
<head><meta charset="utf-8"><title>评价本次服务 Rate this visit · 万评 Wanping</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="data:,">
<style>${raw(windowStyles)}</style></head>
<body><header><p class="brand">${inBoth("万评 · 公共服务评价", "Wanping · public services")}</p></header>
${notice ? html`<aside class="notice"><p>${notice}</p></aside>` : ""}
<main><h1>${inBoth("正在读取二维码…", "Reading the code…")}</h1>
<noscript><p lang="zh-CN">此页面需要 JavaScript。请在浏览器设置中开启后重新扫码，或者直接在窗口的评价器上评价。</p>
<p lang="en">This page needs JavaScript. Turn it on in the browser's settings and scan the code again, or rate on the device at the window.</p></noscript></main>
<footer>${inBoth("不需登录，不设 Cookie，不含您的姓名和电话。", "No login, no cookie, no name, no phone number.")}</footer>
<script src="window.js"></script></body></html>`);
  });
  router.route("/", scriptRoutes("/window/", policy, { "window.js": windowScript }));
  return router;
}
