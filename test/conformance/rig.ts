import { check } from "../../api/conformance/checks.ts";
import { createFront } from "../../api/conformance/front.ts";
import type { Phase } from "../../api/conformance/phases.ts";
import { createDevice, putAssignments } from "../../sdk/index.ts";
import { createSdkApp } from "../sdk/support/app.ts";
import { programme } from "../support/seed.ts";

/** What a phase asks of a device: `rate` so often; `restart` where it is to be switched off and on. */
export interface Device {
  enrol(code: string): Promise<void>;
  rate(): Promise<void>;
  /** Sends what waits; resolves when it can do no more for now. */
  deliver(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface Surroundings {
  baseUrl: string;
  fetch: typeof fetch;
  /** A clock that waits without time going by for anybody else. */
  clock: { now: () => number; sleep: (ms: number) => Promise<void> };
}

const mostTries = 20;

/** The suite against the real app, in one process, with time that only waits move. Answers the ids of broken rules. */
export async function brokenRules(
  build: (surroundings: Surroundings) => Promise<Device>,
): Promise<string[]> {
  const api = await createSdkApp();
  let now = api.clock();
  const advance = (ms: number) => {
    now += ms;
    api.clock.set(new Date(now).toISOString());
  };
  const front = createFront({
    service: async (request) => api.settings.fetch(request),
    now: () => now,
    onPhase: () => undefined,
  });
  const surroundings: Surroundings = {
    baseUrl: "http://localhost",
    async fetch(input, init) {
      const response = await front.handle(new Request(input, init));
      if (!response) throw new TypeError("connection reset");
      return response;
    },
    clock: { now: () => now, sleep: async (ms) => advance(ms) },
  };
  const device = await build(surroundings);
  try {
    const client = api.organiser;
    const body = { id: "device-under-test", label: "test", mode: "test" } as const;
    const { enrolmentCode } = await createDevice({ client, body });
    const assignments = [{ unit: "unit-001", programme, from: "2020-06-01" }];
    await putAssignments({ client, path: { device: body.id }, body: { assignments } });

    for (let phase = front.phase(); phase; phase = front.phase()) {
      if (phase.id === "clock") await device.enrol(enrolmentCode).catch(() => undefined);
      await perform(phase, device, front);
      for (let tries = 0; front.phase() === phase; tries++) {
        // A device that never gets done has broken a rule already; the rest cannot be judged.
        if (tries === mostTries) return broken(front);
        advance(1000);
        await device.deliver();
      }
    }
    return broken(front);
  } finally {
    await device.close();
    await api.close();
  }
}

async function perform(
  { id, ratings }: Phase,
  device: Device,
  front: ReturnType<typeof createFront>,
): Promise<void> {
  for (let made = 0; made < ratings; made++) await device.rate();
  if (id !== "outage") return;
  await device.deliver();
  await device.restart();
  front.resume();
}

function broken({ log }: ReturnType<typeof createFront>): string[] {
  return check(log)
    .filter(({ faults }) => faults.length > 0)
    .map(({ id, faults }) => `${id}: ${faults[0]}`);
}
