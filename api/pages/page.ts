import { sha256 } from "@noble/hashes/sha2.js";
import type { Context as HonoContext } from "hono";
import { html, raw } from "hono/html";
import { type Language, languageOf } from "../http/language.ts";
import type { Env } from "../http/router.ts";
import { originOf } from "../public-origin.ts";
import type { Services } from "../routes/services.ts";
import { styles } from "./styles.ts";

export type Markup = ReturnType<typeof html>;
export type Say = (zh: string, en: string) => string;

/** What every page knows of its reader. */
export interface Reader {
  lang: Language;
  say: Say;
  /** An address of this site in the language chosen, with further parameters. */
  to(path: string, parameters?: Readonly<Record<string, string | undefined>>): string;
  origin: string;
  /** What the reader is told before anything else. */
  notice: string | undefined;
}

export function readerOf(
  c: HonoContext<Env>,
  { county, publicOrigin }: Pick<Services, "county" | "publicOrigin">,
): Reader {
  const asked = c.req.query("lang");
  const chosen: Language | undefined = asked === "zh" || asked === "en" ? asked : undefined;
  const lang = chosen ?? languageOf(c.req.header("accept-language"));
  return {
    lang,
    say: (zh, en) => (lang === "zh" ? zh : en),
    to(path, parameters = {}) {
      const query = new URLSearchParams();
      const all: Readonly<Record<string, string | undefined>> = { lang: chosen, ...parameters };
      for (const [name, value] of Object.entries(all)) if (value) query.set(name, value);
      return query.size > 0 ? `${path}?${query}` : path;
    },
    origin: originOf(publicOrigin, c.req.url),
    notice: county.notice?.[lang],
  };
}

const styleHash = btoa(String.fromCharCode(...sha256(new TextEncoder().encode(styles))));
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** Sends a whole page: semantic, without scripts, and with a policy that would stop any. */
export async function sendPage(
  c: HonoContext<Env>,
  reader: Reader,
  { title, body, status = 200 }: { title: string; body: Markup; status?: 200 | 404 | 400 | 500 },
): Promise<Response> {
  c.header("Content-Security-Policy", policy);
  c.header("Vary", "Accept-Language");
  return c.html(await frame(c, reader, title, body), status);
}

function frame(c: HonoContext<Env>, reader: Reader, title: string, body: Markup): Markup {
  const { lang, say, to, notice } = reader;
  const here = new URL(c.req.url);
  here.searchParams.set("lang", lang === "zh" ? "en" : "zh");
  const other = here.pathname + here.search;
  return html`<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head><meta charset="utf-8"><title>${title} · ${say("万评", "Wanping")}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23a8281c'/%3E%3C/svg%3E">
<style>${raw(styles)}</style></head>
<body><a class="skip" href="#main">${say("跳到正文", "Skip to content")}</a>
<header class="top"><div class="wrap"><a class="brand" href="${to("/")}"><span aria-hidden="true">万评</span><b>${say("公共服务评价", "Wanping")}</b></a>
<nav aria-label="${say("主导航", "Main")}"><a href="${to("/")}">${say("首页", "Home")}</a><a href="${to("/docs")}">${say("接口文档", "API documentation")}</a><a href="${to("/docs/problems")}">${say("错误代码", "Problems")}</a></nav>
<a href="${other}" lang="${lang === "zh" ? "en" : "zh-CN"}" hreflang="${lang === "zh" ? "en" : "zh-CN"}">${lang === "zh" ? "English" : "中文"}</a></div></header>
${notice === undefined ? "" : html`<aside class="notice" aria-label="${say("提示", "Notice")}"><p class="wrap">${notice}</p></aside>`}
<main id="main" class="wrap">${body}</main>
<footer class="wrap">${say("数据和规则公开，任何人都可以复核。本站不用脚本、不设 Cookie、不记录读者。", "Data and rules are public: anybody can check. No scripts, no cookies, no record of readers.")}</footer></body></html>`;
}
