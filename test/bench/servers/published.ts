import { listen } from "../../../api/node/serve.ts";
import { castRatings, openJune, publishJune } from "../../support/june.ts";
import { createTestApp } from "../../support/test-app.ts";

/** The whole service on Node, with June published. */
const api = await createTestApp({
  folder: process.env.DATA_DIR ?? "",
  // The limit is counted and never reached.
  rateLimits: { public: 1e9, credential: 1e9 },
});
await castRatings(await openJune(api), {
  "unit-001": { "very-satisfied": 120, satisfied: 60, dissatisfied: 20 },
});
await publishJune(api);
const server = await listen({ host: "127.0.0.1", port: 0 });
server.answerWith(api.app.fetch);
process.send?.({ address: server.address, tokens: [] });
