import type { Context as HonoContext } from "hono";
import { openWindow, rotateKey, sendHeartbeat } from "../../schema/contract/device-care.ts";
import { getOwnConfiguration } from "../../schema/contract/device-self.ts";
import {
  createDevice,
  getDevice,
  listDevices,
  putAssignments,
  putPresentation,
} from "../../schema/contract/devices.ts";
import { enrol, issueToken } from "../../schema/contract/enrolment.ts";
import { nextPage } from "../http/paging.ts";
import { createRouter } from "../http/router.ts";
import { originOf } from "../public-origin.ts";
import * as devices from "../use-cases/devices/index.ts";
import { contextOf, type Services } from "./services.ts";

export function deviceRoutes(services: Services) {
  const router = createRouter();
  router.openapi(createDevice, async (c) => {
    const ctx = contextOf(services, c);
    return c.json(await devices.createDevice({ ctx, input: c.req.valid("json") }), 201);
  });
  router.openapi(listDevices, async (c) => {
    const ctx = contextOf(services, c);
    const page = await devices.listDevices({ ctx, input: c.req.valid("query") });
    return c.json(page, 200, nextPage(c.req.url, page.next));
  });
  router.openapi(getDevice, async (c) => {
    const ctx = contextOf(services, c);
    return c.json(await devices.getDevice({ ctx, input: c.req.valid("param") }), 200);
  });
  router.openapi(putAssignments, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await devices.putAssignments({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(putPresentation, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await devices.putPresentation({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(enrol, async (c) => {
    const ctx = contextOf(services, c);
    return c.json(await devices.enrol({ ctx, input: c.req.valid("json") }), 201);
  });
  router.openapi(issueToken, async (c) => {
    const input = {
      assertion: c.req.valid("form").client_assertion,
      audience: audienceOf(services, c),
    };
    const token = await devices.issueToken({ ctx: contextOf(services, c), input });
    return c.json(token, 200, { "Cache-Control": "no-store" });
  });
  router.openapi(getOwnConfiguration, async (c) => {
    const ctx = contextOf(services, c);
    return c.json(await devices.getOwnConfiguration({ ctx }), 200);
  });
  router.openapi(sendHeartbeat, async (c) => {
    const ctx = contextOf(services, c);
    return c.json(await devices.sendHeartbeat({ ctx, input: c.req.valid("json") }), 200);
  });
  router.openapi(rotateKey, async (c) => {
    const input = { ...c.req.valid("json"), audience: audienceOf(services, c) };
    return c.json(await devices.rotateKey({ ctx: contextOf(services, c), input }), 201);
  });
  router.openapi(openWindow, async (c) => {
    const ctx = contextOf(services, c);
    const window = await devices.openWindow({ ctx, input: c.req.valid("json") });
    return c.json(window, 201, { "Cache-Control": "no-store" });
  });
  return router;
}

/** What an assertion must be addressed to: this address, as the public knows it. */
function audienceOf({ publicOrigin }: Services, c: HonoContext): string {
  return originOf(publicOrigin, c.req.url) + c.req.path;
}
