import { calculateJwkThumbprint } from "jose";
import { z } from "zod";
import { createWanping, deviceToken, getOwnConfiguration, type Wanping } from "../../sdk/index.ts";
import type { Sender } from "./deliveries.ts";
import { type DemoDevice, type DeviceKey, demoFleet, fleetKeys } from "./fleet.ts";
import type { Stage } from "./step.ts";
import { demoUnits } from "./units.ts";

const Instrument = z.object({
  id: z.string(),
  levels: z.array(z.object({ id: z.string() })),
  reasons: z.array(z.object({ id: z.string() })).default([]),
});

/** The enrolled fleet, each device with its own client and what its configuration tells it to ask. */
export async function openSenders(stage: Stage): Promise<(Sender & { client: Wanping })[]> {
  const fleet = demoFleet(demoUnits());
  const keys = await fleetKeys(stage.folder, fleet);
  return Promise.all(
    fleet.map(async (device) => {
      const key = keys[device.id];
      if (!key) throw new Error(`no key for ${device.id}`);
      const client = await clientOf(stage, device, key);
      const { assignments } = await getOwnConfiguration({ client });
      const { id, levels, reasons } = Instrument.parse(assignments[0]?.instrument);
      const instrument = { id, levels: idsOf(levels), reasons: idsOf(reasons) };
      return { device, secret: key.d, instrument, client };
    }),
  );
}

async function clientOf(
  { address: baseUrl, fetch, clock: now }: Stage,
  device: DemoDevice,
  key: DeviceKey,
): Promise<Wanping> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const privateKey = await crypto.subtle.importKey("jwk", key, algorithm, false, ["sign"]);
  const credential = { device: device.id, keyId: await calculateJwkThumbprint(key), privateKey };
  const clock = { now, sleep: pause };
  const settings = { baseUrl, fetch, clock };
  return createWanping({ ...settings, token: deviceToken({ ...settings, credential }) });
}

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

/** Waits by the machine's time: the demonstration's clock stands still. */
function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
