import { castWindowBallot, getWindow } from "../../schema/contract/window-ballots.ts";
import { createRouter } from "../http/router.ts";
import * as ballots from "../use-cases/ballots/index.ts";
import { contextOf, type Services } from "./services.ts";

export function windowRoutes(services: Services) {
  const router = createRouter();
  router.openapi(getWindow, async (c) =>
    c.json(await ballots.getWindow({ ctx: contextOf(services, c) }), 200, {
      "Cache-Control": "no-store",
    }),
  );
  router.openapi(castWindowBallot, async (c) => {
    const ctx = contextOf(services, c);
    return c.json(await ballots.castWindowBallot({ ctx, input: c.req.valid("json") }), 201);
  });
  return router;
}
