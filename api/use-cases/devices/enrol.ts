import { base64url, calculateJwkThumbprint, importJWK, type JWK } from "jose";
import { Refusal } from "../../refusal.ts";
import type { Context } from "../context.ts";
import { algorithmOf } from "./assertion.ts";

/** Spends a code. What is wrong with one is never said: unknown, used and expired codes look alike. */
export async function enrol({
  ctx,
  input,
}: {
  ctx: Context;
  input: { code: string; publicKey: JWK };
}) {
  const { publicKey } = input;
  const keyId = await thumbprintOf(publicKey);
  const codeHmac = await ctx.keys.enrolmentCode(input.code);
  const now = ctx.clock();
  const device = await ctx.store.devices.findByCode(codeHmac);
  if (!device || device.state === "revoked" || (device.codeExpiresAt ?? 0) <= now) {
    throw new Refusal("unknown_enrolment_code");
  }
  await ctx.store.devices.enrol(codeHmac, {
    device: device.id,
    thumbprint: keyId,
    publicJwk: JSON.stringify(publicKey),
    addedAt: now,
    expiresAt: null,
  });
  const bound = await ctx.store.devices.findKey(keyId);
  if (bound?.device === device.id) return { device: device.id, keyId };
  throw new Refusal(bound ? "key_in_use" : "unknown_enrolment_code");
}

/** RFC 7638. Refuses what has the shape of a key and is none, and a key in any spelling but the one that names it. */
export async function thumbprintOf(publicKey: JWK): Promise<string> {
  try {
    if (![publicKey.x, publicKey.y].every(isCanonical)) throw new Error("spelled otherwise");
    await importJWK(publicKey, algorithmOf(publicKey));
    return await calculateJwkThumbprint(publicKey);
  } catch {
    const detail = { zh: "不是有效的公钥", en: "This is not a valid public key" };
    throw new Refusal("invalid_body", {
      errors: [{ pointer: "/publicKey", code: "not_a_key", detail }],
    });
  }
}

/** Two bits of the last character say nothing: with others in them one key would pass for four. */
function isCanonical(coordinate: string | undefined): boolean {
  return coordinate === undefined || base64url.encode(base64url.decode(coordinate)) === coordinate;
}
