import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createKiosk, openFile } from "../../sdk/kiosk/node.ts";
import { carelessDevice, type Mistakes } from "./careless.ts";
import { brokenRules, type Device, type Surroundings } from "./rig.ts";

/** Our own kiosk with a file for a memory, as the device under test. */
async function ownKiosk({ baseUrl, fetch, clock }: Surroundings): Promise<Device> {
  const folder = mkdtempSync(join(tmpdir(), "wanping-device-"));
  // It waits for us alone: alarms and time-outs never ring, so that nothing happens between the phases.
  const ownClock = { now: clock.now, sleep: () => new Promise<void>(() => undefined) };
  let until = 0;
  const start = async () =>
    createKiosk({
      baseUrl,
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        until = clock.now() + Number(response.headers.get("retry-after") ?? 0) * 1000;
        return response;
      },
      clock: ownClock,
      random: () => 0,
      storage: await openFile(join(folder, "kiosk.json")),
    });
  let kiosk = await start();
  return {
    enrol: async (code) => void (await kiosk.enrol(code)),
    rate: () => kiosk.rate({ level: "satisfied" }),
    // The kiosk's own alarm would ring only then.
    deliver: async () => (clock.now() < until ? undefined : kiosk.queue.deliver()),
    async restart() {
      await kiosk.close();
      kiosk = await start();
    },
    async close() {
      await kiosk.close();
      rmSync(folder, { recursive: true });
    },
  };
}

test("our own kiosk keeps every rule", async () => {
  expect(await brokenRules(ownKiosk)).toEqual([]);
});

test("a device of another maker that speaks the protocol by itself keeps every rule", async () => {
  expect(await brokenRules((around) => carelessDevice(around, {}))).toEqual([]);
});

test.each<[Mistakes, string]>([
  [{ newSerialEachTime: true }, "one-serial"],
  [{ stampsAgain: true }, "same-ballot"],
  [{ numbersFromOne: true }, "numbers"],
  [{ sendsLastFirst: true }, "numbers"],
  [{ ignoresRetryAfter: true }, "retry-after"],
  [{ ignoresDate: true }, "clock"],
  [{ keepsRefusedToken: true }, "new-token"],
  [{ tokenForEveryRequest: true }, "kept-token"],
  [{ sameJti: true }, "assertion"],
  [{ resendsRefused: true }, "refusal"],
])("a device with a mistake is told which rule it breaks: %o", async (mistakes, rule) => {
  const broken = await brokenRules((around) => carelessDevice(around, mistakes));
  expect(broken.map((text) => text.split(":")[0])).toContain(rule);
});
