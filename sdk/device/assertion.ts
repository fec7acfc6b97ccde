import { base64url } from "../base64url.ts";
import { newSerial } from "../serial.ts";

/** What an enrolled device holds: who it is, and the key that proves it. */
export interface DeviceCredential {
  device: string;
  /** RFC 7638 thumbprint, as the enrolment answered. */
  keyId: string;
  privateKey: CryptoKey;
}

const lifetimeSeconds = 120;

/**
 * A `private_key_jwt` assertion (RFC 7523 §2.2), good once. `now` is the server's time as far as we know it; `more` are
 * claims that an operation asks for beside the usual ones.
 */
export async function signAssertion(
  { device, keyId, privateKey }: DeviceCredential,
  audience: string,
  now: number,
  more: object = {},
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  const claims = {
    iss: device,
    sub: device,
    aud: audience,
    jti: newSerial(),
    iat: issuedAt,
    exp: issuedAt + lifetimeSeconds,
    ...more,
  };
  const signed = `${encode({ alg: "ES256", typ: "JWT", kid: keyId })}.${encode(claims)}`;
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  const signature = await crypto.subtle.sign(algorithm, privateKey, utf8(signed));
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}

function encode(part: object): string {
  return base64url(utf8(JSON.stringify(part)));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
