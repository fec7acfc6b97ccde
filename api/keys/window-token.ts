import { base64url, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { issuer } from "./device-token.ts";
import type { Keys } from "./keys.ts";

/** The header type by which a window's token is told from a device's. */
export const windowTokenType = "window+jwt";
const audience = "wanping-window";

/** What a window's token allows: one rating of one unit, for one visit. */
export interface WindowClaims {
  /** Device that showed the code, and the key it had then. */
  device: string;
  credential: string;
  unit: string;
  programme: string;
  visitedOn: string;
  /** HMAC of the visit reference, else of the code itself: base64url. */
  visit: string;
}

const Claims = z.object({
  sub: z.string(),
  credential: z.string(),
  unit: z.string(),
  programme: z.string(),
  visitedOn: z.string(),
  visit: z.string().refine((text) => base64url.decode(text).length === 32),
});

/** Instants in milliseconds. */
export async function signWindowToken(
  keys: Keys,
  { device, ...claims }: WindowClaims,
  { now, expiresAt }: { now: number; expiresAt: number },
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: "HS256", typ: windowTokenType })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(device)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(await keys.windowToken());
}

export async function readWindowToken(
  keys: Keys,
  token: string,
  now: number,
): Promise<WindowClaims> {
  const { payload } = await jwtVerify(token, await keys.windowToken(), {
    algorithms: ["HS256"],
    typ: windowTokenType,
    issuer,
    audience,
    currentDate: new Date(now),
    requiredClaims: ["exp"],
  });
  const { sub, ...claims } = Claims.parse(payload);
  return { device: sub, ...claims };
}
