import type { Context as HonoContext } from "hono";
import { getRoundInputs, getUnitTrace } from "../../schema/contract/explanations.ts";
import {
  downloadUnitResults,
  getBadge,
  getRoundResult,
  getUnitHistory,
  getUnitResult,
  listTallies,
  listUnitResults,
} from "../../schema/contract/results.ts";
import { serve } from "../http/conditional.ts";
import { nextPage } from "../http/paging.ts";
import { createRouter } from "../http/router.ts";
import * as results from "../use-cases/results/index.ts";
import { contextOf, type Services } from "./services.ts";

export function resultRoutes(services: Services) {
  const router = createRouter();
  router.openapi(getRoundResult, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("query") };
    return respond(c, await results.findFile(contextOf(services, c), input, "round"));
  });
  router.openapi(listUnitResults, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("query") };
    return respond(c, await results.listUnitResults({ ctx: contextOf(services, c), input }));
  });
  router.openapi(listTallies, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("query") };
    return respond(c, await results.listTallies({ ctx: contextOf(services, c), input }));
  });
  router.openapi(getUnitResult, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("query") };
    return respond(c, await results.findFile(contextOf(services, c), input, `units/${input.unit}`));
  });
  router.openapi(getUnitTrace, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("query") };
    const path = `traces/${input.unit}`;
    return respond(c, await results.findFile(contextOf(services, c), input, path));
  });
  router.openapi(getRoundInputs, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("query") };
    return respond(c, await results.findFile(contextOf(services, c), input, "inputs"));
  });
  router.openapi(downloadUnitResults, async (c) => {
    const { file, ...input } = { ...c.req.valid("param"), ...c.req.valid("query") };
    const found = await results.findFile(contextOf(services, c), input, file);
    return respond(c, found, `${input.round}-r${found.release}-${file}`);
  });
  router.openapi(getUnitHistory, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("query") };
    return c.json(await results.getUnitHistory({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(getBadge, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("query") };
    return respond(c, await results.getBadge({ ctx: contextOf(services, c), input }));
  });
  return router;
}

/** Published bytes as they are, with links to the release before and to the next page. */
function respond(
  c: HonoContext,
  found: results.Found | results.FoundPage,
  filename?: string,
): Response {
  const next = "next" in found ? nextPage(c.req.url, found.next).Link : undefined;
  const links = [...before(c.req.url, found.release), ...(next === undefined ? [] : [next])];
  const { file, pinned } = found;
  return serve(c, { ...file, pinned, links, ...(filename !== undefined && { filename }) });
}

function before(url: string, release: number): string[] {
  if (release === 1) return [];
  const address = new URL(url);
  address.searchParams.set("release", String(release - 1));
  address.searchParams.delete("cursor");
  return [`<${address.pathname}${address.search}>; rel="predecessor-version"`];
}
