import { type Check, check } from "../../api/conformance/checks.ts";
import { createFront } from "../../api/conformance/front.ts";
import { clockAheadMs, type Phase, phasesWith } from "../../api/conformance/phases.ts";
import { createRelay } from "../../api/conformance/relay.ts";
import { createDevice, enrolDevice, putAssignments } from "../../sdk/index.ts";
import { baseUrl, createSdkApp, type SdkApp } from "../sdk/support/app.ts";
import { programme } from "../support/seed.ts";

/** What a phase asks of a device. */
export interface Device {
  enrol(code: string): Promise<void>;
  rate(): Promise<void>;
  /** Sends what is due now; resolves when it can do no more for now. */
  deliver(): Promise<void>;
  beat(): Promise<void>;
  rotate(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface Surroundings {
  baseUrl: string;
  fetch: typeof fetch;
  /** The device's own clock: two hours slow. */
  now: () => number;
}

const stepMs = 50;
/** A minute: a device that needs longer has broken a rule. */
const mostSteps = 1200;

type Build = (around: Surroundings) => Promise<Device>;

/** The suite against the real app, itself or behind the relay, in one process, with time that only we move. */
export async function tried(build: Build, behind: "app" | "relay" = "app"): Promise<Check[]> {
  const api = await createSdkApp();
  const advance = () => api.clock.set(new Date(api.clock() + stepMs).toISOString());
  const invited: string[] = [];
  for (const id of ["device-under-test", "device-under-test-2"]) {
    const client = api.organiser;
    const body = { id, label: "test", mode: "test" } as const;
    invited.push((await createDevice({ client, body })).enrolmentCode);
    const assignments = [{ unit: "unit-001", programme, from: "2020-06-01" }];
    await putAssignments({ client, path: { device: id }, body: { assignments } });
  }
  const { service, codes } = await backings[behind](api, invited);
  const [code = "", secondCode] = codes;
  const phases = phasesWith(secondCode);
  const toldTime = () => api.clock() + (behind === "relay" ? clockAheadMs : 0);
  const deviceUrl = behind === "relay" ? "http://127.0.0.1:9999" : baseUrl;
  const front = createFront({
    phases,
    service,
    now: toldTime,
    onPhase: () => undefined,
  });
  const device = await build({
    baseUrl: deviceUrl,
    async fetch(input, init) {
      const response = await front.handle(new Request(input, init));
      if (!response) throw new TypeError("connection reset");
      return response;
    },
    now: () => toldTime() - clockAheadMs,
  });
  const step = async () => {
    advance();
    await device.deliver();
  };
  try {
    for (let phase = front.phase(); phase; phase = front.phase()) {
      await perform(phase, device, {
        goOn: front.goOn,
        wait: async () => {
          for (let steps = 0; steps < 200; steps++) await step();
        },
        code,
        secondCode: secondCode ?? "",
      });
      for (let steps = 0; front.phase() === phase && steps < mostSteps; steps++) {
        await step();
      }
      if (front.phase() === phase) front.giveUp();
    }
    return check(front.log, phases);
  } finally {
    await device.close();
    await api.close();
  }
}

const backings = {
  app: async ({ settings }: SdkApp, codes: string[]) => ({
    codes,
    service: async (request: Request) => settings.fetch(request),
  }),
  /** The server's address is another than the one that the device knows, and its clock is the device's. */
  async relay({ settings, client, clock }: SdkApp, codes: string[]) {
    const places = await Promise.all(
      codes.map(async (code, index) => ({
        credential: await enrolDevice({ client, code }),
        code: "ABCDEFGHIJKLMNOP".slice(index).padEnd(16, "A"),
      })),
    );
    const service = createRelay({
      url: baseUrl,
      places,
      fetch: settings.fetch,
      now: () => clock() + clockAheadMs,
      realNow: clock,
    });
    return { service, codes: places.map(({ code }) => code) };
  },
};

/** Ids of the rules that a device breaks, or gave no occasion to see. */
export function notKept(checks: readonly Check[]): string[] {
  return checks.filter(({ faults }) => faults?.length !== 0).map(({ id }) => id);
}

interface Tester {
  goOn: () => void;
  /** Ten seconds, in which the device does what it does by itself. */
  wait: () => Promise<void>;
  code: string;
  secondCode: string;
}

/** What the tester does by hand. A device may say that there was no answer. */
async function perform(
  { id, ratings }: Phase,
  device: Device,
  { goOn, wait, code, secondCode }: Tester,
): Promise<void> {
  const told = (doing: Promise<void>) => doing.catch(() => undefined);
  if (id === "enrol") {
    await told(device.enrol(code));
    await device.restart();
    goOn();
    await told(device.enrol(code));
  }
  if (id === "heartbeat") await told(device.beat());
  if (id === "rotate") {
    await told(device.rotate());
    await told(device.rotate());
  }
  if (id === "revoked") {
    await device.rate();
    await wait();
    await told(device.enrol(secondCode));
    await device.rate();
    return;
  }
  for (let made = 0; made < ratings; made++) await device.rate();
  if (id === "batch" || id === "outage") {
    await device.deliver();
    if (id === "outage") await device.restart();
    goOn();
  }
}
