import { Refusal } from "../../refusal.ts";
import type { DirectoryDevice } from "../../store/ballot-directory.ts";
import type { DeviceKeyRow } from "../../store/devices.ts";
import { requireDevice } from "../authorise.ts";
import type { Context } from "../context.ts";

/** The device that asks, and the key that it asks with. A revoked device or a key past its life is refused at once. */
export async function currentDevice(
  ctx: Context,
): Promise<{ device: DirectoryDevice; credential: string }> {
  const { device, credential } = requireDevice(ctx);
  const now = ctx.clock();
  return deviceWith(
    ctx,
    device,
    credential,
    ({ expiresAt }) => expiresAt === null || expiresAt > now,
  );
}

/**
 * The enrolled device that once showed a code under this key. The key may have ended since: the visitor's time is the
 * code's own, and only revocation cuts it short.
 */
export function enrolledDevice(
  ctx: Context,
  id: string,
  credential: string,
): Promise<{ device: DirectoryDevice; credential: string }> {
  return deviceWith(ctx, id, credential, () => true);
}

async function deviceWith(
  ctx: Context,
  id: string,
  credential: string,
  serves: (key: DeviceKeyRow) => boolean,
): Promise<{ device: DirectoryDevice; credential: string }> {
  const device = await ctx.store.directory.device(id);
  const key = device?.keys.find(({ thumbprint }) => thumbprint === credential);
  if (device?.row.state !== "enrolled" || !key || !serves(key)) {
    throw new Refusal("credential_revoked");
  }
  return { device, credential };
}
