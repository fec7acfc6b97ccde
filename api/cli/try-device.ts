import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Http2Bindings, type HttpBindings, serve } from "@hono/node-server";
import { Programme } from "../../schema/programme.ts";
import neixiang from "../../schema/programmes/neixiang-per-visit.json" with { type: "json" };
import { check } from "../conformance/checks.ts";
import { createFront } from "../conformance/front.ts";
import type { Phase } from "../conformance/phases.ts";
import { seedForDevice } from "../conformance/seed.ts";
import { Failure } from "../node/failure.ts";
import { openService } from "../node/service.ts";
import { settingsFrom } from "../node/settings.ts";
import { isLoopback } from "../public-origin.ts";
import type { Command } from "./commands.ts";
import { wordsOf } from "./words.ts";

export const tryDevice: Command = {
  name: "try-device",
  usage: "try-device [--port 9999] [--host 127.0.0.1] [--origin http://192.0.2.1:9999]",
  about: {
    zh: "检验评价设备：启动一个临时的真实服务，制造断网、繁忙、令牌失效等情况，逐条判断设备是否遵守协议",
    en: "Tries a rating device: starts a real service for the occasion, makes trouble (lost answers, busy answers, dead tokens, an outage), and judges the device rule by rule",
  },
  async run(words) {
    const { values } = wordsOf(words, {
      port: { type: "string", default: "9999" },
      host: { type: "string", default: "127.0.0.1" },
      origin: { type: "string" },
    });
    const folder = mkdtempSync(join(tmpdir(), "wanping-try-device-"));
    const publicOrigin = values.origin ?? originAt(values);
    const settings = {
      ...settingsFrom(process.env),
      dataDir: folder,
      demo: false,
      ...(publicOrigin !== undefined && { publicOrigin }),
    };
    const service = await openService(settings, Date.now);
    try {
      const code = await seedForDevice({
        fetch: async (input, init) => service.app.request(new Request(input, init)),
        token: await service.token(3600),
        programme: Programme.parse(neixiang),
        timeZone: settings.county.timeZone,
        now: Date.now(),
      });
      const log = await trial(service.app.fetch, { ...values, publicOrigin, code });
      tellVerdict(log);
    } finally {
      await service.close();
      rmSync(folder, { recursive: true });
    }
  },
};

/** Where a device finds the trial, unless it is on this machine. Nothing real is sent there, so that it needs no TLS. */
function originAt({ host, port }: { host: string; port: string }): string | undefined {
  return isLoopback(host) ? undefined : `http://${host}:${port}`;
}

type Bindings = HttpBindings | Http2Bindings;
type Fetch = Awaited<ReturnType<typeof openService>>["app"]["fetch"];

interface Trial {
  host: string;
  port: string;
  publicOrigin: string | undefined;
  code: string;
}

/** Serves until every phase is over, and tells the tester what to do in each. */
async function trial(fetch: Fetch, { host, port, publicOrigin, code }: Trial) {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const front = createFront({
    service: async (request) => fetch(request),
    now: Date.now,
    onPhase: (phase) => (phase ? tell(phase) : finish()),
  });
  const answer = async (request: Request, { incoming }: Bindings) => {
    const response = await front.handle(request);
    if (response) return response;
    incoming.socket.destroy();
    return new Response(null);
  };
  const settings = { hostname: host, port: Number(port), fetch: answer };
  const server = serve(settings, ({ port: taken }) => {
    console.log(`设备应连接 The device's server: ${publicOrigin ?? `http://${host}:${taken}`}`);
    console.log(`登记码 Enrolment code: ${code}\n`);
    const first = front.phase();
    if (first) tell(first);
  });
  const keyboard = createInterface({ input: process.stdin });
  keyboard.on("line", () => front.resume());
  await finished;
  keyboard.close();
  server.close();
  return front.log;
}

function tell({ id, todo }: Phase): void {
  console.log(`[${id}] ${todo.zh} ${todo.en}`);
}

function tellVerdict(log: Parameters<typeof check>[0]): void {
  const checks = check(log);
  console.log("");
  for (const { id, rule, faults } of checks) {
    console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${id}: ${rule.zh}。${rule.en}.`);
    for (const fault of faults) console.log(`       ${fault}`);
  }
  const failed = checks.filter(({ faults }) => faults.length > 0).length;
  if (failed > 0) throw new Failure(`${failed} 条规则未遵守。`, `${failed} rules are broken.`);
}
