import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoProgramme } from "../../api/demo/document.ts";
import { keepThisMonthOpen } from "../../api/demo/steps/this-month.ts";
import { demoUnits, unitImport } from "../../api/demo/units.ts";
import { organiserKey, organiserToken } from "../../api/node/secrets.ts";
import { startStages } from "../../api/pages/start.ts";
import { createWanping, importUnits, uploadProgramme } from "../../sdk/index.ts";
import { startServer } from "./node-process.ts";
import { runShell } from "./shell.ts";

const folder = mkdtempSync(join(tmpdir(), "wanping-"));
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder });
  const key = await organiserKey(folder);
  const token = await organiserToken(key, { now: Date.now(), seconds: 600, subject: "docs" });
  const client = createWanping({ baseUrl: server.address, token });
  await importUnits({ client, body: unitImport(demoUnits()) });
  await uploadProgramme({ client, body: demoProgramme() });
  await keepThisMonthOpen({ organiser: client, clock: () => Date.now() });
});

afterAll(async () => {
  server.child.kill("SIGTERM");
  await server.ended;
  rmSync(folder, { recursive: true });
});

test("the commands of the documentation page cast a ballot as they are printed, and the last one twice is one ballot", async () => {
  const commands = startStages(server.address).map((stage) => stage.commands);
  const last = commands.at(-1)?.split("\n").at(-1) ?? "";
  const workplace = join(folder, "shell");
  mkdirSync(workplace);
  const script = [...commands, "echo", last].join("\n");
  const said = await runShell(script, { workplace, dataDir: folder });
  const receipts = [...said.matchAll(/"commitment":"([^"]+)"/g)].map(([, text]) => text);
  expect(said.match(/HTTP\/1\.1 201 Created/g)).toHaveLength(2);
  expect(receipts).toHaveLength(2);
  expect(receipts[0]).toBe(receipts[1]);
});

test("every curl of the documentation that only reads finds its address", async () => {
  const page = await (await fetch(`${server.address}/docs?lang=en`)).text();
  const addresses = [...page.matchAll(/curl &#39;(http[^&]+(?:&amp;[^&]+)*)&#39;(?!\s*\\)/g)].map(
    ([, address = ""]) => address.replaceAll("&amp;", "&"),
  );
  expect(addresses.length).toBeGreaterThan(15);
  for (const address of addresses) {
    const response = await fetch(address);
    expect([200, 404], address).toContain(response.status);
    if (response.status === 404) {
      const problem = await response.text();
      expect(problem, address).not.toContain('"code":"not_found"');
    }
  }
});
