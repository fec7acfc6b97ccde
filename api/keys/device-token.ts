import { SignJWT } from "jose";
import type { Keys } from "./keys.ts";

export const issuer = "wanping";
export const deviceAudience = "wanping-device";
/** How long a device's token lasts. */
export const deviceTokenSeconds = 3600;

/** What a device's token says: the key that bought it, so that revoking the key ends the token. */
export interface DeviceClaims {
  device: string;
  credential: string;
  mode: "live" | "test";
}

/** Makes the short token of a device. `now` in milliseconds. */
export async function signDeviceToken(
  keys: Keys,
  { device, credential, mode }: DeviceClaims,
  now: number,
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ credential, mode })
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
    .setIssuer(issuer)
    .setAudience(deviceAudience)
    .setSubject(device)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + deviceTokenSeconds)
    .sign(await keys.deviceToken());
}
