import { decodeJwt, importJWK, type JWK, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { Identifier } from "../../../schema/contract/shared.ts";
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
  const claimed = claimedDevice(assertion);
  const device = claimed === undefined ? undefined : await ctx.store.directory.device(claimed);
  const now = ctx.clock();
  for (const { thumbprint, publicJwk, expiresAt } of device?.keys ?? []) {
    if (!device || (expiresAt !== null && expiresAt <= now)) continue;
    const payload = await verifyWith(publicJwk, assertion, device.row.id, audience, now);
    const life = payload && lifeOf(payload);
    if (life) return { device, credential: thumbprint, ...life };
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

/** Who the assertion says it is from, before anybody has checked what it says: it may be anything. */
function claimedDevice(assertion: string): string | undefined {
  try {
    return Identifier.safeParse(decodeJwt(assertion).sub).data;
  } catch {
    return undefined;
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

/** `exp` is at most five minutes after `iat`, and the `jti` a text of a size that we can keep. */
function lifeOf(payload: JWTPayload): Omit<Proven, "device" | "credential"> | undefined {
  const { iat = 0, exp = 0, jti, cnf } = payload;
  if (exp - iat > longestLife || typeof jti !== "string" || !/^.{1,200}$/s.test(jti)) {
    return undefined;
  }
  const boundKey = Confirmation.safeParse(cnf).data?.jkt;
  return { jti, expiresAt: (exp + leeway) * 1000, boundKey };
}
