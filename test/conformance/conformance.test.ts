import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { phasesWith } from "../../api/conformance/phases.ts";
import { createKiosk, openFile } from "../../sdk/kiosk/node.ts";
import { seededRandom } from "../attack/rig.ts";
import { carelessDevice } from "./careless.ts";
import { type Mistake, mistakes } from "./mistakes.ts";
import { type Device, notKept, type Surroundings, tried } from "./rig.ts";

const heartbeatMs = 300_000;
const timeoutMs = 999_999;

/** Our own kiosk with a file for a memory, as the device under test. */
async function ownKiosk({ baseUrl, fetch, now }: Surroundings): Promise<Device> {
  const folder = mkdtempSync(join(tmpdir(), "wanping-device-"));
  let until = 0;
  // Its alarms are rung by us, so that nothing happens between the phases; heartbeats, time-outs and held ballots never ring.
  const sleep = (ms: number) => {
    if (ms < heartbeatMs) until = now() + ms;
    return new Promise<void>(() => undefined);
  };
  const start = async () =>
    createKiosk({
      baseUrl,
      fetch,
      timeoutMs,
      clock: { now, sleep },
      random: seededRandom(7),
      storage: await openFile(join(folder, "kiosk.json")),
    });
  let kiosk = await start();
  return {
    enrol: async (code) => void (await kiosk.enrol(code)),
    rate: () => kiosk.rate({ level: "satisfied" }),
    async deliver() {
      const { state } = await kiosk.queue.status();
      // Asked by hand it would send even then.
      if (now() >= until && state !== "revoked") await kiosk.queue.deliver();
    },
    beat: () => kiosk.heartbeat(),
    rotate: () => kiosk.rotateKey(),
    async restart() {
      await kiosk.close();
      until = 0;
      kiosk = await start();
    },
    async close() {
      await kiosk.close();
      rmSync(folder, { recursive: true });
    },
  };
}

test("our own kiosk keeps every rule", async () => {
  const checks = await tried(ownKiosk);
  expect(checks.filter(({ faults }) => faults?.length !== 0)).toEqual([]);
});

test("a device of another maker that speaks the protocol by itself keeps every rule", async () => {
  const checks = await tried((around) => carelessDevice(around, undefined));
  expect(checks.filter(({ faults }) => faults?.length !== 0)).toEqual([]);
});

test("in front of a server elsewhere the same devices pass, though they sign for another address", async () => {
  const kiosk = await tried(ownKiosk, "relay");
  const other = await tried((around) => carelessDevice(around, undefined), "relay");
  expect([...kiosk, ...other].filter(({ faults }) => faults?.length !== 0)).toEqual([]);
});

test.each<Mistake>([
  "ignoresDate",
  "sameJti",
  "signsAsDer",
  "staysWithOldKey",
  "anotherKeyEachTime",
])("in front of a server elsewhere a device that %s is found out as well", async (mistake) => {
  const broken = notKept(await tried((around) => carelessDevice(around, mistake), "relay"));
  expect(broken).toContain(mistakes[mistake]);
});

const cases = Object.entries(mistakes).map(([name, rule]) => ({ name, rule }));

test.each(cases)("a device that $name is told that it breaks $rule", async ({ name, rule }) => {
  const made = Object.keys(mistakes).find((it): it is Mistake => it === name);
  const broken = notKept(await tried((around) => carelessDevice(around, made)));
  expect(broken).toContain(rule);
});

test("every rule is broken by some mistake, so that none is idle", async () => {
  const checks = await tried((around) => carelessDevice(around, undefined));
  const rules = new Set<string>(Object.values(mistakes));
  expect(checks.map(({ id }) => id).filter((id) => !rules.has(id))).toEqual([]);
});

test("the protocol's table has every item of the trial, in order", () => {
  const protocol = readFileSync(new URL("../../docs/kiosk-protocol.md", import.meta.url), "utf8");
  const [, chapter = ""] = protocol.split("## 10.");
  const rows = [...chapter.matchAll(/^\| (`[^|]+`) \|/gm)].map(([, items = ""]) => items);
  const items = rows.flatMap((row) => [...row.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id));
  expect(items).toEqual(phasesWith("").map(({ id }) => id));
});
