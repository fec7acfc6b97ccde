import { getAgency, listAgencies, putAgency } from "../../schema/contract/agencies.ts";
import { nextPage } from "../http/paging.ts";
import { createRouter } from "../http/router.ts";
import * as agencies from "../use-cases/agencies/index.ts";
import { contextOf, type Services } from "./services.ts";

export function agencyRoutes(services: Services) {
  const router = createRouter();
  router.openapi(listAgencies, async (c) => {
    const page = await agencies.listAgencies({
      ctx: contextOf(services, c),
      input: c.req.valid("query"),
    });
    return c.json(page, 200, nextPage(c.req.url, page.next));
  });
  router.openapi(getAgency, async (c) =>
    c.json(
      await agencies.getAgency({ ctx: contextOf(services, c), input: c.req.valid("param") }),
      200,
    ),
  );
  router.openapi(putAgency, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await agencies.putAgency({ ctx: contextOf(services, c), input }), 200);
  });
  return router;
}
