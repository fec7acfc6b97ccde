import { html } from "hono/html";
import { problemOf } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { Refusal } from "../refusal.ts";
import { contextOf, type Services } from "../routes/services.ts";
import { docsPage } from "./docs.ts";
import { homePage } from "./home.ts";
import { readerOf, sendPage } from "./page.ts";
import { problemsPage } from "./problems.ts";
import { roundPage } from "./round.ts";
import { Selection } from "./selection.ts";
import { unitPage } from "./unit.ts";

/** The pages for people. Every page works without scripts, in Chinese and in English. */
export function pageRoutes(services: Services) {
  const router = createRouter();
  router.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    const reader = readerOf(c, services);
    const { title, detail, status } = problemOf(error, reader.lang, c.get("requestId"));
    const body = html`<h1>${title}</h1><p>${detail}</p><p><a href="${reader.to("/")}">${reader.say("回到首页", "Back to the start")}</a></p>`;
    return sendPage(c, reader, { title, body, status: status === 404 ? 404 : 400 });
  });
  router.get("/", async (c) => {
    const reader = readerOf(c, services);
    const body = await homePage(contextOf(services, c), reader);
    return sendPage(c, reader, { title: reader.say("首页", "Home"), body });
  });
  router.get("/rounds/:round", async (c) => {
    const reader = readerOf(c, services);
    const selection = Selection.safeParse(c.req.query());
    if (!selection.success) throw new Refusal("invalid_parameter");
    const round = c.req.param("round");
    const page = await roundPage(contextOf(services, c), reader, {
      round,
      selection: selection.data,
    });
    return sendPage(c, reader, page);
  });
  router.get("/rounds/:round/units/:unit", async (c) => {
    const reader = readerOf(c, services);
    return sendPage(c, reader, await unitPage(contextOf(services, c), reader, c.req.param()));
  });
  router.get("/docs", (c) => {
    const reader = readerOf(c, services);
    const title = reader.say("接口文档", "API documentation");
    return sendPage(c, reader, { title, body: docsPage(reader) });
  });
  router.get("/docs/problems", (c) => {
    const reader = readerOf(c, services);
    const title = reader.say("错误代码", "Problem codes");
    return sendPage(c, reader, { title, body: problemsPage(reader) });
  });
  return router;
}
