const saltBytes = 32;
let drawn = new Uint8Array(0);
let used = 0;

/** Thirty-two random bytes. They are drawn for 128 salts at a time: asking the system costs as much for one as for all. */
export function randomSalt(): Uint8Array<ArrayBuffer> {
  if (used === drawn.length) {
    drawn = crypto.getRandomValues(new Uint8Array(128 * saltBytes));
    used = 0;
  }
  const salt = drawn.slice(used, used + saltBytes);
  drawn.fill(0, used, used + saltBytes);
  used += saltBytes;
  return salt;
}
