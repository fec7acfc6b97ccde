import { join } from "node:path";
import { createClient as openDatabase } from "@libsql/client";
import {
  createDevice,
  createWanping,
  type DeviceCredential,
  deviceToken,
  enrolDevice,
  newSerial,
  putAssignments,
} from "../../../sdk/index.ts";
import { assertConforms } from "../../support/conformance.ts";
import { programme, seedRounds, units } from "../../support/seed.ts";
import { createTestApp, type TestApp } from "../../support/test-app.ts";

export const baseUrl = "http://localhost";

/** The real app with an open round, and the SDK's ways to it: as the public, as an organiser, as a device. */
export async function createSdkApp() {
  const api = await createTestApp();
  await seedRounds(api.folder);
  const settings = {
    baseUrl,
    fetch: fetchFrom(api),
    // Waits are zero by chance, and time-outs never end: only what a test does can fail.
    clock: { now: api.clock, sleep: (ms: number) => new Promise<void>((wake) => ms || wake()) },
    random: () => 0,
    language: "en",
  } as const;
  const client = createWanping(settings);
  const organiser = createWanping({ ...settings, token: await api.organiserToken() });

  async function newDevice(device: string): Promise<DeviceCredential> {
    const { enrolmentCode } = await createDevice({
      client: organiser,
      body: { id: device, label: device },
    });
    const assignments = units.map((unit) => ({ unit, programme, from: "2020-06-01" }));
    await putAssignments({ client: organiser, path: { device }, body: { assignments } });
    return enrolDevice({ client, code: enrolmentCode });
  }
  /** A client of a device, on a network of the test's own if it brings one. */
  function asDevice(credential: DeviceCredential, network: typeof fetch = settings.fetch) {
    const own = { ...settings, fetch: network };
    return createWanping({ ...own, token: deviceToken({ ...own, credential }) });
  }
  /** Ratings in the urn's own counters. */
  async function countedBallots(): Promise<number> {
    const urn = openDatabase({ url: `file:${join(api.folder, "urn.db")}`, timeout: 5000 });
    const sql = "SELECT coalesce(sum(count), 0) AS counted FROM tally WHERE question = 'level'";
    const { rows } = await urn.execute(sql);
    urn.close();
    return Number(rows[0]?.counted);
  }
  return { ...api, settings, client, organiser, newDevice, asDevice, countedBallots };
}

export type SdkApp = Awaited<ReturnType<typeof createSdkApp>>;

/** The app in place of a network. Every answer is held against the contract. */
export function fetchFrom(api: TestApp): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const response = await api.app.request(request);
    await assertConforms(request.method, new URL(request.url).pathname, response);
    return response;
  };
}

/** A rating at a window, as a device sends it. */
export function rating(number: number, level = "satisfied") {
  return {
    serial: newSerial(),
    programme,
    instrument: "window-rating",
    ratedAt: "2020-06-01T09:00:00+08:00",
    number,
    answers: { kind: "levels", unit: units[0] ?? "", level } as const,
  };
}
