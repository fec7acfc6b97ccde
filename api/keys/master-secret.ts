/** The 32 bytes under which every stored key is wrapped, from 43 characters of base64url. */
export function masterSecretOf(text: string): Uint8Array<ArrayBuffer> {
  const trimmed = text.trim();
  if (!/^[A-Za-z0-9_-]{43}$/.test(trimmed))
    throw new TypeError("the master secret must be 32 bytes in base64url (43 characters)");
  const raw = atob(trimmed.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(raw, (character) => character.charCodeAt(0));
}

export function newMasterSecret(): string {
  const raw = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)));
  return btoa(raw).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
