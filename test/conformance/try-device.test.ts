import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { expect, test } from "vitest";
import { ownService } from "../../api/cli/try-device/place.ts";
import { createKiosk, openFile } from "../../sdk/kiosk/node.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ratings: Record<string, number> = { plain: 2, refused: 2, held: 3, batch: 3, outage: 3 };

/** Starts the command, and does with a kiosk what it asks for, as a tester would. Answers the verdicts and the exit code. */
async function tryKiosk(options: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "wanping-tried-"));
  const command = ["api/cli.ts", "try-device", "--port", "0", "--patience", "60", ...options];
  const child = spawn(process.execPath, command, { cwd: root });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const start = async () =>
    createKiosk({ baseUrl: address, storage: await openFile(join(folder, "kiosk.json")) });
  const told = (doing: Promise<unknown> | undefined) => doing?.catch(() => undefined);
  let address = "";
  let code = "";
  let kiosk: Awaited<ReturnType<typeof start>> | undefined;
  const verdicts: string[] = [];
  const begun: string[] = [];
  let announced = "";

  async function restart() {
    await kiosk?.close();
    kiosk = await start();
    child.stdin.write("\n");
  }
  const rate = () => kiosk?.rate({ level: "satisfied" });
  const byHand: Record<string, (line: string) => Promise<unknown>> = {
    async enrol() {
      kiosk = await start();
      await told(kiosk.enrol(code));
      await restart();
      await told(kiosk.enrol(code));
    },
    async batch() {
      child.stdin.write("\n");
    },
    outage: restart,
    heartbeat: async () => told(kiosk?.heartbeat()),
    async rotate() {
      await told(kiosk?.rotateKey());
      await told(kiosk?.rotateKey());
      await rate();
    },
    async revoked(line) {
      await rate();
      await told(kiosk?.queue.deliver());
      await told(kiosk?.enrol(/[A-Z2-7]{16}/.exec(line)?.[0] ?? ""));
      await rate();
    },
  };
  for await (const line of createInterface({ input: child.stdout })) {
    address = /server: (http:\S+)/.exec(line)?.[1] ?? address;
    code = /code: (\S{16})$/.exec(line)?.[1] ?? code;
    const phase = /^\[([a-z-]+)\]/.exec(line)?.[1];
    announced = /^\d+ items, \d+ rules\..*Ctrl-C/.exec(line)?.[0] ?? announced;
    if (phase !== undefined) {
      begun.push(phase);
      const many = ratings[phase] ?? (byHand[phase] ? 0 : 1);
      for (let made = 0; made < many; made++) await rate();
      await byHand[phase]?.(line);
    }
    if (/^(ok|FAIL|--) /.test(line)) verdicts.push(line);
  }
  const exitCode = await ended;
  await kiosk?.close();
  rmSync(folder, { recursive: true });
  return {
    exitCode,
    broken: verdicts.filter((it) => !it.startsWith("ok")),
    verdicts,
    begun,
    announced,
  };
}

test.concurrent("a device is tried from the command line, over a real network, and passes", async () => {
  const { exitCode, broken, verdicts, begun, announced } = await tryKiosk([]);
  expect(broken).toEqual([]);
  expect(exitCode).toBe(0);
  expect(verdicts.length).toBeGreaterThan(20);
  expect(announced).toContain(`${begun.length} items, ${verdicts.length} rules.`);
}, 120_000);

test.concurrent("a device is tried in front of a server that runs already, and passes", async () => {
  const { service, codes, close } = await ownService(Date.now, undefined);
  const server = serve({ fetch: service, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  const url = `http://127.0.0.1:${Object(server.address()).port}`;
  const { exitCode, broken } = await tryKiosk([
    "--url",
    url,
    ...codes.flatMap((it) => ["--code", it]),
  ]);
  expect(broken).toEqual([]);
  expect(exitCode).toBe(0);
  server.close();
  await close();
}, 120_000);
