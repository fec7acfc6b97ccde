import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { phases } from "../../api/conformance/phases.ts";
import { createKiosk, openFile } from "../../sdk/kiosk/node.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "wanping-tried-"));

test("a device is tried from the command line, over a real network, and passes", async () => {
  const child = spawn(process.execPath, ["api/cli.ts", "try-device", "--port", "0"], { cwd: root });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const start = async (baseUrl: string) =>
    createKiosk({ baseUrl, storage: await openFile(join(folder, "kiosk.json")) });
  let address = "";
  let kiosk: Awaited<ReturnType<typeof start>> | undefined;
  const verdicts: string[] = [];

  for await (const line of createInterface({ input: child.stdout })) {
    address = /http:\/\/\S+/.exec(line)?.[0] ?? address;
    const code = /code: (\S{16})$/.exec(line)?.[1];
    if (code) {
      kiosk = await start(address);
      await kiosk.enrol(code);
    }
    const phase = phases.find(({ id }) => line.startsWith(`[${id}]`));
    for (let made = 0; made < (phase?.ratings ?? 0); made++) {
      await kiosk?.rate({ level: "satisfied" });
    }
    if (phase?.id === "outage") {
      await kiosk?.close();
      kiosk = await start(address);
      child.stdin.write("\n");
      await kiosk.queue.deliver();
    }
    if (/^(ok|FAIL) /.test(line)) verdicts.push(line.slice(0, 4));
  }
  expect(await ended).toBe(0);
  expect(verdicts.length).toBeGreaterThan(10);
  expect(new Set(verdicts)).toEqual(new Set(["ok  "]));
  await kiosk?.close();
  rmSync(folder, { recursive: true });
}, 120_000);
