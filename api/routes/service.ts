import { describeService, health, readiness } from "../../schema/contract/service.ts";
import { contractDocument } from "../http/document.ts";
import { createRouter } from "../http/router.ts";
import * as service from "../use-cases/service/index.ts";
import { contextOf, type Services } from "./services.ts";

export function serviceRoutes(services: Services) {
  const router = createRouter();
  router.openapi(describeService, (c) =>
    c.json(service.describeService({ ctx: contextOf(services, c) }), 200, {
      "Cache-Control": "no-store",
    }),
  );
  router.openapi(health, (c) => c.json({ status: "ok" as const }, 200));
  router.openapi(readiness, async (c) =>
    c.json(await service.readiness({ ctx: contextOf(services, c) }), 200),
  );
  router.get("/openapi.json", (c) =>
    c.body(JSON.stringify(documentOf(services.publicOrigin), null, 2), 200, {
      "Content-Type": "application/json",
      "Access-Control-Allow-Origin": "*",
      "Cache-Control": "public, max-age=300",
    }),
  );
  return router;
}

/** The contract, with the address of this very service where it is known. */
function documentOf(publicOrigin: string | undefined) {
  const document = contractDocument();
  if (publicOrigin === undefined) return document;
  return { ...document, servers: document.servers?.map((it) => ({ ...it, url: publicOrigin })) };
}
