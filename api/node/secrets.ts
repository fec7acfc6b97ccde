import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { issuer } from "../http/authentication.ts";
import { masterSecretOf, newMasterSecret } from "../keys/master-secret.ts";
import { organiserAudience } from "../keys/organiser-token.ts";
import { Failure } from "./failure.ts";
import { createFile, readIfThere } from "./key-folder.ts";

/** The master secret: from the environment, else from its file, made at the first start. */
export async function masterSecret(
  folder: string,
  fromEnvironment: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(folder, "master.key");
  const text = fromEnvironment ?? (await readOrMake(file, async () => newMasterSecret()));
  try {
    return masterSecretOf(text);
  } catch {
    const place = fromEnvironment === undefined ? file : "MASTER_SECRET";
    throw new Failure(
      `${place} 应为 32 字节的 base64url（43 个字符）。`,
      `${place} must hold 32 bytes in base64url (43 characters).`,
    );
  }
}

export const organiserKeyFile = (folder: string) => join(folder, "organiser-key.json");

/** The local organiser's key pair, made at the first start. */
export async function organiserKey(folder: string): Promise<JWK & { kid: string }> {
  const text = await readOrMake(organiserKeyFile(folder), async () => {
    const pair = await generateKeyPair("ES256", { extractable: true });
    return JSON.stringify(await exportJWK(pair.privateKey));
  });
  const jwk: JWK = JSON.parse(text);
  return { ...jwk, alg: "ES256", kid: await calculateJwkThumbprint(jwk) };
}

/** What of a key may be shown. */
export function publicPart({ kty, crv, x, y, alg, kid }: JWK): JWK {
  return Object.fromEntries(
    Object.entries({ kty, crv, x, y, alg, kid }).filter(([, value]) => value !== undefined),
  );
}

/** A bearer token of the organiser, valid from `now` for some seconds. */
export async function organiserToken(
  key: JWK & { kid: string },
  { now, seconds, subject }: { now: number; seconds: number; subject: string },
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: "ES256", kid: key.kid })
    .setIssuer(issuer)
    .setAudience(organiserAudience)
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(key);
}

async function readOrMake(file: string, make: () => Promise<string>): Promise<string> {
  const stored = await readIfThere(file);
  if (stored !== undefined) return stored;
  const fresh = await make();
  if (await createFile(file, fresh)) return fresh;
  return readOrMake(file, make);
}
