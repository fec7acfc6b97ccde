import { Refusal } from "../../refusal.ts";
import type { DirectoryDevice } from "../../store/ballot-directory.ts";
import { requireDevice } from "../authorise.ts";
import type { Context } from "../context.ts";

/** The device that asks, and the key that it asks with. A revoked device or a key past its life is refused at once. */
export async function currentDevice(
  ctx: Context,
): Promise<{ device: DirectoryDevice; credential: string }> {
  const { device, credential } = requireDevice(ctx);
  return enrolledDevice(ctx, device, credential);
}

/** The device under this id, if this key of it is still good. */
export async function enrolledDevice(
  ctx: Context,
  id: string,
  credential: string,
): Promise<{ device: DirectoryDevice; credential: string }> {
  const device = await ctx.store.directory.device(id);
  if (device?.row.state !== "enrolled" || !hasKey(device, credential, ctx.clock())) {
    throw new Refusal("credential_revoked");
  }
  return { device, credential };
}

function hasKey({ keys }: DirectoryDevice, credential: string, now: number): boolean {
  return keys.some(
    ({ thumbprint, expiresAt }) =>
      thumbprint === credential && (expiresAt === null || expiresAt > now),
  );
}
