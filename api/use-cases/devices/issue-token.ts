import { deviceTokenSeconds, signDeviceToken } from "../../keys/device-token.ts";
import { Refusal } from "../../refusal.ts";
import type { Context } from "../context.ts";
import { verifyAssertion } from "./assertion.ts";

/**
 * Sells a short token for an assertion, once. Spent assertions are kept in the registry until they expire: memory would
 * forget them at a restart, and no isolate of a distributed service knows what another has seen.
 */
export async function issueToken({
  ctx,
  input,
}: {
  ctx: Context;
  input: { assertion: string; audience: string };
}) {
  const { device, credential, jti, expiresAt } = await verifyAssertion(
    ctx,
    input.assertion,
    input.audience,
  );
  const { id, state, mode } = device.row;
  if (state !== "enrolled") throw new Refusal("credential_revoked");
  const now = ctx.clock();
  const unspent = await ctx.store.devices.spendAssertion({ device: id, jti, expiresAt }, now);
  if (!unspent) throw new Refusal("invalid_client");
  return {
    access_token: await signDeviceToken(ctx.keys, { device: id, credential, mode }, now),
    token_type: "Bearer" as const,
    expires_in: deviceTokenSeconds,
  };
}
