import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

const tag = new TextEncoder().encode("wanping/draw/stream/v1");

/**
 * An endless stream of 32-bit numbers from a seed: block i is HMAC-SHA256(seed, tag ‖ i), i as four bytes, and each
 * block gives eight numbers, big end first.
 */
export function* numbersFrom(seed: Uint8Array): Generator<number, never> {
  for (let index = 0; ; index += 1) {
    const message = new Uint8Array(tag.length + 4);
    message.set(tag);
    new DataView(message.buffer).setUint32(tag.length, index);
    const digest = hmac(sha256, seed, message);
    const block = new DataView(digest.buffer, digest.byteOffset);
    for (let offset = 0; offset < 32; offset += 4) yield block.getUint32(offset);
  }
}

/** A number from 0 to below `limit`, each as likely as the others: numbers past the last full multiple are skipped. */
export function below(limit: number, numbers: Iterator<number, never>): number {
  const usable = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const number = numbers.next().value;
    if (number < usable) return number % limit;
  }
}
