import type { JWK } from "jose";
import { Refusal } from "../../refusal.ts";
import type { Context } from "../context.ts";
import { verifyAssertion } from "./assertion.ts";
import { currentDevice } from "./current.ts";
import { thumbprintOf } from "./enrol.ts";
import { instantOf } from "./shape.ts";

interface Input {
  publicKey: JWK;
  assertion: string;
  audience: string;
}

const overlap = 7 * 24 * 3600 * 1000;

/** Every token of a device may be asked for by any of its keys, so that each costs the others. */
const mostKeys = 10;

/** Binds a new key on the word of an old one. Both are good for a while; afterwards only the new one. */
export async function rotateKey({ ctx, input }: { ctx: Context; input: Input }) {
  const { device } = await currentDevice(ctx);
  const { id } = device.row;
  const keyId = await thumbprintOf(input.publicKey);
  const proven = await verifyAssertion(ctx, input.assertion, input.audience);
  if (proven.device.row.id !== id || proven.boundKey !== keyId) {
    throw new Refusal("invalid_client");
  }
  const now = ctx.clock();
  const publicJwk = JSON.stringify(input.publicKey);
  await ctx.store.devices.addKey(
    { device: id, thumbprint: keyId, publicJwk, addedAt: now, expiresAt: null },
    now + overlap,
    mostKeys,
  );
  const bound = await ctx.store.devices.findKey(keyId);
  if (bound?.device !== id) throw bound ? new Refusal("key_in_use") : await refusalFor(ctx, id);
  const previousUntil = bound.addedAt + overlap;
  return { keyId, previousUntil: instantOf(previousUntil) };
}

/** Revoked meanwhile, or a device that changes its key without end: once the oldest ends there is room again. */
async function refusalFor(ctx: Context, id: string): Promise<Refusal> {
  const device = await ctx.store.devices.find(id);
  if (device?.state !== "enrolled") return new Refusal("credential_revoked");
  return new Refusal("too_many_requests", { retryAfterSeconds: overlap / 1000 });
}
