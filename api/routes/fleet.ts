import {
  listSuspicions,
  quarantineBallots,
  reinstateBallots,
  revokeDevice,
} from "../../schema/contract/fleet.ts";
import { createRouter } from "../http/router.ts";
import * as devices from "../use-cases/devices/index.ts";
import { contextOf, type Services } from "./services.ts";

export function fleetRoutes(services: Services) {
  const router = createRouter();
  router.openapi(revokeDevice, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await devices.revokeDevice({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(quarantineBallots, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await devices.quarantineBallots({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(reinstateBallots, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await devices.reinstateBallots({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(listSuspicions, async (c) => {
    const ctx = contextOf(services, c);
    return c.json(await devices.listSuspicions({ ctx, input: c.req.valid("param") }), 200);
  });
  return router;
}
