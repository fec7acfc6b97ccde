import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { z } from "zod";
import { createFile, readIfThere } from "../node/key-folder.ts";
import { groupBy } from "./group.ts";
import type { DemoUnit } from "./units.ts";

/** A rating device and the windows that share it. */
export interface DemoDevice {
  id: string;
  label: string;
  units: DemoUnit[];
}

const mostUnits = 12;

/** A device stands where units of one agency sit together. */
export function demoFleet(units: readonly DemoUnit[]): DemoDevice[] {
  const agencies = groupBy(units, (unit) => unit.agencyId);
  const halls = [...agencies.values()].flatMap((together) => {
    const devices = Math.ceil(together.length / mostUnits);
    const each = Math.ceil(together.length / devices);
    return Array.from({ length: devices }, (_, index) =>
      together.slice(index * each, (index + 1) * each),
    );
  });
  return halls.map((together, index) => ({
    id: `device-${String(index + 1).padStart(2, "0")}`,
    label: `${together[0]?.agency.slice(0, 20) ?? ""}评价器 ${index + 1}`,
    units: together,
  }));
}

const PrivateJwk = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});
export type DeviceKey = z.infer<typeof PrivateJwk>;

/** Each device's key pair, made once for this data folder and never sent. */
export async function fleetKeys(folder: string, fleet: readonly DemoDevice[]) {
  const file = join(folder, "demo-devices.json");
  const stored = await readIfThere(file);
  if (stored !== undefined) return z.record(z.string(), PrivateJwk).parse(JSON.parse(stored));
  const keys: Record<string, JWK> = {};
  for (const device of fleet) {
    const pair = await generateKeyPair("ES256", { extractable: true });
    keys[device.id] = await exportJWK(pair.privateKey);
  }
  await createFile(file, JSON.stringify(keys));
  return z.record(z.string(), PrivateJwk).parse(keys);
}
