import { env, exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { smoke } from "../runtime/smoke.ts";

test("the smoke suite passes in workerd, on two remote databases", async () => {
  const checks = smoke({
    baseUrl: "https://wanping.test",
    fetch: (input, init) => exports.default.fetch(new Request(input, init)),
    organiserToken: env.ORGANISER_TOKEN ?? "",
  });
  for (const { says, run } of checks) {
    await run().catch((error) => expect.fail(`${says}: ${error}`));
  }
});
