import { compactVerify, importJWK, type JWK } from "jose";
import { z } from "zod";
import { jsonIn } from "./exchange.ts";

const PublicKey = z.looseObject({
  kty: z.enum(["EC", "OKP"]),
  crv: z.string(),
  x: z.string(),
  y: z.string().optional(),
});
const Bearer = z.object({ publicKey: PublicKey });

/** The public key that an enrolment or a change of key binds; undefined where there is none. */
export function keyIn(body: string): JWK | undefined {
  const key = Bearer.safeParse(jsonIn(body)).data?.publicKey;
  if (!key) return undefined;
  const { kty, crv, x, y } = key;
  return { kty, crv, x, ...(y !== undefined && { y }) };
}

/** The key, of several, that signed a text; undefined for a stranger's. */
export async function signerOf(signed: string, keys: readonly JWK[]): Promise<JWK | undefined> {
  for (const key of keys) {
    const algorithm = algorithmOf(key);
    const verified = importJWK(key, algorithm).then((imported) =>
      compactVerify(signed, imported, { algorithms: [algorithm] }),
    );
    if (await verified.then(Boolean, () => false)) return key;
  }
  return undefined;
}

export function algorithmOf({ kty }: JWK): string {
  return kty === "OKP" ? "EdDSA" : "ES256";
}
