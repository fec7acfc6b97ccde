import { base64url } from "./base64url.ts";

/**
 * A ballot's serial: 32 random bytes. Make one for each ballot, once, before the first attempt, and keep it with the
 * ballot: whatever is retried under the same serial counts once.
 */
export function newSerial(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}
