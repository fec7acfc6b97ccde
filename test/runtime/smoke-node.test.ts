import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { organiserKey, organiserToken } from "../../api/node/secrets.ts";
import { startServer } from "./node-process.ts";
import { type Check, smoke } from "./smoke.ts";

const folder = mkdtempSync(join(tmpdir(), "wanping-"));
let server: Awaited<ReturnType<typeof startServer>>;
let checks: Check[];

beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder });
  const key = await organiserKey(folder);
  const token = await organiserToken(key, { now: Date.now(), seconds: 600, subject: "smoke" });
  checks = smoke({ baseUrl: server.address, fetch, organiserToken: token });
});

afterAll(async () => {
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  rmSync(folder, { recursive: true });
});

test("the smoke suite passes on Node, and SIGTERM then ends the process in order", async () => {
  for (const { says, run } of checks) {
    await run().catch((error) => expect.fail(`${says}: ${error}`));
  }
});

test("a body of undeclared length is read like any other", async () => {
  const body = new Blob(['{"code":"no-code"}']).stream();
  const headers = { "content-type": "application/json" };
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half" };
  const answer = await fetch(`${server.address}/v1/enrolments`, init);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: "invalid_body" });
});
