import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDevice, putAssignments } from "../../../sdk/index.ts";
import { createKiosk, type Kiosk, type KioskSettings, openFile } from "../../../sdk/kiosk/node.ts";
import { programme, units } from "../../support/seed.ts";
import type { SdkApp } from "./app.ts";

interface Cable {
  state: "whole" | "cut" | "answers lost";
  /** Answers in the server's place. */
  instead?: ((path: string) => Response | undefined) | undefined;
  seen: { path: string; body: string }[];
  fetch: typeof fetch;
}

interface Batch {
  ballots: { number: number; serial: string; ratedAt: string }[];
}

/** A network that a test cuts: nothing gets through, or what gets through is not answered. */
function createCable(api: SdkApp): Cable {
  const cable: Cable = {
    state: "whole",
    seen: [],
    async fetch(input, init) {
      if (cable.state === "cut") throw new TypeError("network is unreachable");
      const request = new Request(input, init);
      const path = new URL(request.url).pathname;
      cable.seen.push({ path, body: await request.clone().text() });
      const response = cable.instead?.(path) ?? (await api.settings.fetch(request));
      if (cable.state === "answers lost") throw new TypeError("connection reset");
      return response;
    },
  };
  return cable;
}

/** The batches of ballots that went through a cable. */
export function batchesOf({ seen }: Cable): Batch[] {
  return seen
    .filter(({ path }) => path === "/v1/ballots/batch")
    .map(({ body }): Batch => JSON.parse(body));
}

/** A device with a file for a memory, on a cable of its own. Switching it off and on keeps the file alone. */
export async function createKioskRig(api: SdkApp) {
  const folder = mkdtempSync(join(tmpdir(), "wanping-kiosk-"));
  const cable = createCable(api);
  const device = { clock: () => api.clock() };
  const waits: number[] = [];
  const clock = {
    now: () => device.clock(),
    // Alarms and time-outs are noted and never ring: a test says itself when to send.
    sleep: (ms: number) => {
      waits.push(ms);
      return new Promise<void>(() => undefined);
    },
  };

  async function invite(id: string, rated: readonly string[] = units): Promise<string> {
    const client = api.organiser;
    const { enrolmentCode } = await createDevice({ client, body: { id, label: id } });
    const assignments = rated.map((unit) => ({ unit, programme, from: "2020-06-01" }));
    await putAssignments({ client, path: { device: id }, body: { assignments } });
    return enrolmentCode;
  }
  let running: Kiosk | undefined;
  /** Starts the device again, after switching it off if it was on. */
  async function switchOn(changes: Partial<KioskSettings> = {}) {
    await running?.close();
    running = await createKiosk({
      baseUrl: "http://localhost",
      storage: await openFile(join(folder, "kiosk.json")),
      fetch: cable.fetch,
      language: "en",
      clock,
      random: () => 0.5,
      ...changes,
    });
    return running;
  }
  /** Throws away all that the device remembers. */
  async function evict(): Promise<void> {
    await running?.close();
    rmSync(join(folder, "kiosk.json"));
  }
  return {
    folder,
    cable,
    device,
    waits,
    invite,
    switchOn,
    evict,
    async remove(): Promise<void> {
      await running?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
