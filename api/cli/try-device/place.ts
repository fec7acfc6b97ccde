import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Programme } from "../../../schema/programme.ts";
import neixiang from "../../../schema/programmes/neixiang-per-visit.json" with { type: "json" };
import {
  createWanping,
  deviceToken,
  enrolDevice,
  getOwnConfiguration,
  newSerial,
} from "../../../sdk/index.ts";
import { createRelay, type Place } from "../../conformance/relay.ts";
import { seedForDevice } from "../../conformance/seed.ts";
import { Failure } from "../../node/failure.ts";
import { openService } from "../../node/service.ts";
import { settingsFrom } from "../../node/settings.ts";

/** What stands behind the trial: something that answers, and the codes with which the device comes to it. */
export interface Backing {
  service: (request: Request) => Promise<Response>;
  codes: string[];
  close: () => Promise<void>;
}

/** A real service for the occasion, in a folder that goes away with it. */
export async function ownService(
  now: () => number,
  publicOrigin: string | undefined,
): Promise<Backing> {
  const folder = mkdtempSync(join(tmpdir(), "wanping-try-device-"));
  const { publicOrigin: _, ...settings } = settingsFrom(process.env);
  const service = await openService(
    {
      ...settings,
      dataDir: folder,
      demo: false,
      ...(publicOrigin !== undefined && { publicOrigin }),
    },
    now,
  );
  const codes = await seedForDevice({
    fetch: async (input, init) => service.app.request(new Request(input, init)),
    token: await service.token(3600),
    programme: Programme.parse(neixiang),
    timeZone: settings.county.timeZone,
    now: now(),
  });
  return {
    service: async (request) => service.app.fetch(request),
    codes,
    async close() {
      await service.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A server that is there already: we enrol with the organiser's codes, and hand the device codes of our own. */
export async function serverAt(
  url: string,
  codes: readonly string[],
  now: () => number,
): Promise<Backing> {
  const places = await Promise.all(codes.map((code) => takePlace(url, code)));
  const relay = createRelay({ url, places, fetch, now, realNow: Date.now });
  return { service: relay, codes: places.map(({ code }) => code), close: async () => undefined };
}

async function takePlace(url: string, code: string): Promise<Place> {
  const credential = await enrolDevice({ client: createWanping({ baseUrl: url }), code });
  const token = deviceToken({ baseUrl: url, credential });
  const { mode, assignments } = await getOwnConfiguration({
    client: createWanping({ baseUrl: url, token }),
  });
  if (mode !== "test" || assignments.length === 0) {
    throw new Failure(
      `设备 ${credential.device} 应为测试模式，并已绑定单位。`,
      `Device ${credential.device} must be in test mode, and assigned to a unit.`,
    );
  }
  return { credential, code: newCode() };
}

/** Sixteen letters that a device takes for an enrolment code. */
function newCode(): string {
  return newSerial()
    .toUpperCase()
    .replace(/[^A-Z2-7]/g, "")
    .padEnd(16, "A")
    .slice(0, 16);
}
