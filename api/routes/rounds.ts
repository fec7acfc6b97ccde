import { createRound, getRound, listRounds, openRound } from "../../schema/contract/rounds.ts";
import { nextPage } from "../http/paging.ts";
import { createRouter } from "../http/router.ts";
import * as rounds from "../use-cases/rounds/index.ts";
import { contextOf, type Services } from "./services.ts";

/** Rounds until they open. */
export function roundRoutes(services: Services) {
  const router = createRouter();
  router.openapi(createRound, async (c) => {
    const input = c.req.valid("json");
    return c.json(await rounds.createRound({ ctx: contextOf(services, c), input }), 201);
  });
  router.openapi(listRounds, async (c) => {
    const input = c.req.valid("query");
    const page = await rounds.listRounds({ ctx: contextOf(services, c), input });
    return c.json(page, 200, nextPage(c.req.url, page.next));
  });
  router.openapi(getRound, async (c) => {
    const input = c.req.valid("param");
    return c.json(await rounds.getRound({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(openRound, async (c) => {
    const input = c.req.valid("param");
    return c.json(await rounds.openRound({ ctx: contextOf(services, c), input }), 200);
  });
  return router;
}
