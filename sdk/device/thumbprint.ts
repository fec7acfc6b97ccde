import { base64url } from "../base64url.ts";
import type { PublicKey } from "./key.ts";

/** RFC 7638: what a key is called. The members stand in the order that the RFC wants. */
export async function thumbprint({ crv, kty, x, y }: PublicKey): Promise<string> {
  const text = JSON.stringify({ crv, kty, x, y });
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return base64url(new Uint8Array(digest));
}
