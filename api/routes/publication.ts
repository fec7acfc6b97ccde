import { closeRound, publishRound } from "../../schema/contract/rounds.ts";
import { createRouter } from "../http/router.ts";
import * as closing from "../use-cases/closing/index.ts";
import * as publication from "../use-cases/publication/index.ts";
import { contextOf, type Services } from "./services.ts";

export function publicationRoutes(services: Services) {
  const router = createRouter();
  router.openapi(closeRound, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await closing.closeRound({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(publishRound, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await publication.publishRound({ ctx: contextOf(services, c), input }), 200);
  });
  return router;
}
