import { Refusal } from "../refusal.ts";

/** Opaque cursors: the key of the last row, in base64url. */
function cursorOf(key: string): string {
  const raw = String.fromCharCode(...new TextEncoder().encode(key));
  return btoa(raw).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The key after which a page starts; "" for the first page. */
export function keyOf(cursor: string | undefined): string {
  if (cursor === undefined) return "";
  try {
    const raw = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(raw, (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("invalid_cursor");
  }
}

/** Makes a page of `limit + 1` rows: the extra row tells that there is a next page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, key: (row: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined
    ? { items, next: cursorOf(key(last)) }
    : { items };
}
