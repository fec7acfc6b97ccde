import { counterEntry, listEntries, recordEntries } from "../../schema/contract/ledgers.ts";
import { nextPage } from "../http/paging.ts";
import { createRouter } from "../http/router.ts";
import * as ledgers from "../use-cases/ledgers/index.ts";
import { contextOf, type Services } from "./services.ts";

export function ledgerRoutes(services: Services) {
  const router = createRouter();
  router.openapi(recordEntries, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await ledgers.recordEntries({ ctx: contextOf(services, c), input }), 201);
  });
  router.openapi(counterEntry, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await ledgers.counterEntry({ ctx: contextOf(services, c), input }), 201);
  });
  router.openapi(listEntries, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("query") };
    const page = await ledgers.listEntries({ ctx: contextOf(services, c), input });
    return c.json(page, 200, nextPage(c.req.url, page.next));
  });
  return router;
}
