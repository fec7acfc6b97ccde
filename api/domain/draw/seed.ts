import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** Each field with its length before it, so that no two lists of fields read alike. */
function framed(tag: string, fields: readonly string[]): Uint8Array {
  const parts = [tag, ...fields].map(utf8ToBytes).flatMap((bytes) => {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, bytes.length);
    return [length, bytes];
  });
  return sha256(concatBytes(...parts));
}

/** Hash of the closed list: of all its ids in alphabetical order. Hex. */
export function closedListHash(ids: readonly string[]): string {
  return bytesToHex(framed("wanping/draw/list/v1", [...ids].sort()));
}

/**
 * The seed of a draw, as hex. It depends on a public value that nobody knew when the list was closed, on the closed
 * list, and on what is drawn; so nobody can choose it, and anyone can work it out.
 * @example drawSeed("2024-07-16: 03 09 11 18 24 30 + 07", closedListHash(ids), "yanshan 2024-Q2 sampled")
 */
export function drawSeed(publicValue: string, listHash: string, purpose: string): string {
  return bytesToHex(framed("wanping/draw/seed/v1", [publicValue, listHash, purpose]));
}
