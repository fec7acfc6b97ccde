import { decodeJwt, importJWK, type JWK, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { Refusal } from "../../refusal.ts";
import type { DirectoryDevice } from "../../store/ballot-directory.ts";
import type { Context } from "../context.ts";

const longestLife = 300;
const leeway = 60;
const Confirmation = z.object({ jkt: z.string() });
const PublicJwk = z.looseObject({ kty: z.string() });

/** The one algorithm of a key: what a token's header says is never asked. */
export function algorithmOf({ kty }: JWK): "ES256" | "EdDSA" {
  return kty === "OKP" ? "EdDSA" : "ES256";
}

interface Proven {
  device: DirectoryDevice;
  credential: string;
  jti: string;
  expiresAt: number;
  /** Thumbprint of the further key that the assertion vouches for (RFC 7800), if it does. */
  boundKey?: string | undefined;
}

/** Checks a device's assertion (RFC 7523 §3) against each of its keys. Every fault is the same refusal. */
export async function verifyAssertion(
  ctx: Context,
  assertion: string,
  audience: string,
): Promise<Proven> {
  const device = await ctx.store.directory.device(claimedDevice(assertion));
  if (!device) throw new Refusal("invalid_client");
  const now = ctx.clock();
  for (const { thumbprint, publicJwk, expiresAt } of device.keys) {
    if (expiresAt !== null && expiresAt <= now) continue;
    const payload = await verifyWith(publicJwk, assertion, device.row.id, audience, now);
    if (payload) return { device, credential: thumbprint, ...lifeOf(payload) };
  }
  throw new Refusal("invalid_client", { what: addressedTo(audience) });
}

/** Said whatever the fault was: a device behind a relay, or a server that was not told its public origin, needs to see it. */
function addressedTo(audience: string) {
  return {
    zh: `设备身份断言无效，或没有以 ${audience} 为 aud`,
    en: `The device's assertion is invalid, or its aud is not ${audience}`,
  };
}

function claimedDevice(assertion: string): string {
  try {
    return decodeJwt(assertion).sub ?? "";
  } catch {
    throw new Refusal("invalid_client");
  }
}

async function verifyWith(
  publicJwk: string,
  assertion: string,
  device: string,
  audience: string,
  now: number,
): Promise<JWTPayload | undefined> {
  const jwk: JWK = PublicJwk.parse(JSON.parse(publicJwk));
  const algorithm = algorithmOf(jwk);
  try {
    const { payload } = await jwtVerify(assertion, await importJWK(jwk, algorithm), {
      algorithms: [algorithm],
      issuer: device,
      subject: device,
      audience,
      currentDate: new Date(now),
      clockTolerance: leeway,
      maxTokenAge: longestLife,
      requiredClaims: ["jti", "iat", "exp"],
    });
    return payload;
  } catch {
    return undefined;
  }
}

/** `exp` is at most five minutes after `iat`, and the `jti` of a size that we can keep. */
function lifeOf({
  iat = 0,
  exp = 0,
  jti = "",
  cnf,
}: JWTPayload): Omit<Proven, "device" | "credential"> {
  if (exp - iat > longestLife || jti.length < 1 || jti.length > 200) {
    throw new Refusal("invalid_client");
  }
  const boundKey = Confirmation.safeParse(cnf).data?.jkt;
  return { jti, expiresAt: (exp + leeway) * 1000, boundKey };
}
