import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { Refusal } from "./refusal.ts";

/** JSON in the one spelling of RFC 8785, so that equal documents have equal bytes and hashes. */
export function canonicalJson(value: unknown): string {
  try {
    const text = canonicalize(value);
    if (text !== undefined) return text;
  } catch {
    // Half of a surrogate pair has no UTF-8 and so no canonical form.
  }
  throw new Refusal("invalid_body", {
    what: {
      zh: "正文含有无法规范化的字符",
      en: "The body holds characters that have no canonical form",
    },
  });
}

/** SHA-256 in lower-case hexadecimal, of bytes or of text in UTF-8. */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === "string" ? utf8.encode(content) : content));
}

const utf8 = new TextEncoder();
