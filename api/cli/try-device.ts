import { check } from "../conformance/checks.ts";
import { Failure } from "../node/failure.ts";
import { listen } from "../node/serve.ts";
import { portFrom } from "../node/settings.ts";
import { isLoopback } from "../public-origin.ts";
import type { Command } from "./commands.ts";
import { now } from "./try-device/clock.ts";
import { ownService, serverAt } from "./try-device/place.ts";
import { trial } from "./try-device/trial.ts";
import { wordsOf } from "./words.ts";

export const tryDevice: Command = {
  name: "try-device",
  usage:
    "try-device [--port 9999] [--host 127.0.0.1] [--origin http://192.0.2.1:9999] [--patience 900] [--url URL --code CODE --code CODE]",
  about: {
    zh: "检验评价设备：启动一个临时的真实服务（或经 --url 转接一台服务器），制造断网、繁忙、令牌失效、停用等情况，逐条判断设备是否遵守协议",
    en: "Tries a rating device: starts a real service for the occasion (or stands before the server at --url), makes trouble (lost answers, busy answers, dead tokens, outages, revocation), and judges the device rule by rule",
  },
  async run(words) {
    const { values } = wordsOf(words, {
      port: { type: "string", default: "9999" },
      host: { type: "string", default: "127.0.0.1" },
      origin: { type: "string" },
      patience: { type: "string", default: "900" },
      url: { type: "string" },
      code: { type: "string", multiple: true, default: [] },
    });
    const publicOrigin = values.origin ?? originAt(values);
    const patience = secondsIn(values.patience);
    const place = { host: values.host, port: portFrom(values.port, "--port") };
    // The port first: behind --url the codes work once, and a start that fails shall not use them up.
    const server = await listen(
      { ...place, ...(publicOrigin !== undefined && { publicOrigin }) },
      { host: "--host", port: "--port" },
    );
    const backing = await backingFor(values, publicOrigin);
    try {
      const address = publicOrigin ?? server.address;
      tellVerdict(await trial({ server, address, patience, backing }));
    } finally {
      await backing.close();
    }
  },
};

function backingFor({ url, code }: { url?: string; code: string[] }, origin: string | undefined) {
  if (url === undefined) return ownService(now, origin);
  if (URL.canParse(url) && code.length > 0) return serverAt(url.replace(/\/+$/, ""), code, now);
  throw new Failure(
    "--url 须为服务器地址，并附组织方给测试设备的登记码 --code（停用一项需第二个）。",
    "--url must be a server's address, with the organiser's --code for a device in test mode (a second one for the revocation).",
  );
}

/** Where a device finds the trial, unless it is on this machine. Nothing real is sent there, so that it needs no TLS. */
function originAt({ host, port }: { host: string; port: string }): string | undefined {
  return isLoopback(host) ? undefined : `http://${host}:${port}`;
}

function secondsIn(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Failure("--patience 应为秒数。", "--patience must be a number of seconds.");
}

function tellVerdict({ log, phases }: Awaited<ReturnType<typeof trial>>): void {
  const checks = check(log, phases);
  console.log("");
  for (const { id, words, faults } of checks) {
    const verdict = faults === undefined ? "--  " : faults.length === 0 ? "ok  " : "FAIL";
    console.log(`${verdict} ${id}: ${words.zh}。${words.en}.`);
    for (const fault of faults ?? []) console.log(`       ${fault}`);
  }
  const untried = checks.filter(({ faults }) => faults === undefined).length;
  const broken = checks.filter(({ faults }) => faults && faults.length > 0).length;
  if (broken + untried === 0) return;
  throw new Failure(
    `${broken} 条规则未遵守，${untried} 条未能检验（--）。`,
    `${broken} rules are broken, ${untried} could not be tried (--).`,
  );
}
