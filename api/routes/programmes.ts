import {
  getProgramme,
  lintProgramme,
  listProgrammes,
  uploadProgramme,
} from "../../schema/contract/programmes.ts";
import { holds } from "../http/conditional.ts";
import { nextPage } from "../http/paging.ts";
import { createRouter } from "../http/router.ts";
import { Refusal } from "../refusal.ts";
import * as programmes from "../use-cases/programmes/index.ts";
import { contextOf, type Services } from "./services.ts";

/** Anybody may have a document checked, so that the work is bounded. */
const mostCharacters = 256 * 1024;

export function programmeRoutes(services: Services) {
  const router = createRouter();
  router.openapi(uploadProgramme, async (c) => {
    const input = { programme: c.req.valid("json"), sent: await c.req.json() };
    return c.json(await programmes.uploadProgramme({ ctx: contextOf(services, c), input }), 201);
  });
  router.openapi(lintProgramme, async (c) => {
    if ((await c.req.text()).length > mostCharacters) throw new Refusal("too_large");
    return c.json(programmes.lintProgramme({ input: c.req.valid("json") }), 200);
  });
  router.openapi(listProgrammes, async (c) => {
    const input = c.req.valid("query");
    const page = await programmes.listProgrammes({ ctx: contextOf(services, c), input });
    return c.json(page, 200, nextPage(c.req.url, page.next));
  });
  router.openapi(getProgramme, async (c) => {
    const input = c.req.valid("param");
    const { document, sha256 } = await programmes.getProgramme({
      ctx: contextOf(services, c),
      input,
    });
    const headers = {
      ETag: `"${sha256}"`,
      "Cache-Control": "public, max-age=31536000, immutable",
    };
    if (holds(c.req.header("if-none-match"), sha256)) return c.body(null, 304, headers);
    return c.json(JSON.parse(document), 200, headers);
  });
  return router;
}
