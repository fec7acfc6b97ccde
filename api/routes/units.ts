import { addCommitment, listCommitments } from "../../schema/contract/commitments.ts";
import { putItem } from "../../schema/contract/items.ts";
import { getUnit, importUnits, listUnits, putUnit } from "../../schema/contract/units.ts";
import { listVisitCounts, putVisitCounts } from "../../schema/contract/visit-counts.ts";
import { nextPage } from "../http/paging.ts";
import { createRouter } from "../http/router.ts";
import * as commitments from "../use-cases/commitments/index.ts";
import * as items from "../use-cases/items/index.ts";
import * as units from "../use-cases/units/index.ts";
import * as visitCounts from "../use-cases/visit-counts/index.ts";
import { contextOf, type Services } from "./services.ts";

/** Units and what belongs to a unit. */
export function unitRoutes(services: Services) {
  const router = createRouter();
  router.openapi(listUnits, async (c) => {
    const input = c.req.valid("query");
    const page = await units.listUnits({ ctx: contextOf(services, c), input });
    return c.json(page, 200, nextPage(c.req.url, page.next));
  });
  router.openapi(getUnit, async (c) => {
    const input = c.req.valid("param");
    return c.json(await units.getUnit({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(putUnit, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await units.putUnit({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(importUnits, async (c) => {
    const input = c.req.valid("json");
    return c.json(await units.importUnits({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(listCommitments, async (c) => {
    const input = c.req.valid("param");
    return c.json(await commitments.listCommitments({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(addCommitment, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await commitments.addCommitment({ ctx: contextOf(services, c), input }), 201);
  });
  router.openapi(putItem, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await items.putItem({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(putVisitCounts, async (c) => {
    const input = c.req.valid("json");
    return c.json(await visitCounts.putVisitCounts({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(listVisitCounts, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("query") };
    return c.json(await visitCounts.listVisitCounts({ ctx: contextOf(services, c), input }), 200);
  });
  return router;
}
