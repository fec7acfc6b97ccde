import type { Client } from "../generated/client/types.gen.ts";
import { enrol } from "../generated/sdk.gen.ts";
import type { DeviceCredential } from "./assertion.ts";
import { type DeviceKey, newDeviceKey } from "./key.ts";

/**
 * Spends a one-time enrolment code. Repeating it with the same code and key gives the same answer, so that you may keep
 * the key, lose the answer and ask again.
 */
export async function enrolDevice(settings: {
  client: Client;
  code: string;
  key?: DeviceKey;
}): Promise<DeviceCredential> {
  const { client, code, key = await newDeviceKey() } = settings;
  const { device, keyId } = await enrol({ client, body: { code, publicKey: key.publicKey } });
  return { device, keyId, privateKey: key.privateKey };
}
