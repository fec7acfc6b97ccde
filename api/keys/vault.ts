import { z } from "zod";

const Wrapped = z.object({ wrap: z.literal("A256GCM"), iv: z.string(), key: z.string() });

/** Where wrapped keys lie: a folder, or a bucket. Neither database holds a key. */
export interface KeyPlace {
  read(name: string): Promise<string | undefined>;
  /** Writes only if nothing is there; says whether it did, so that two starters agree on one key. */
  create(name: string, text: string): Promise<boolean>;
  destroy(name: string): Promise<void>;
}

/** Random keys by name, wrapped under the master secret with AES-256-GCM; the name is authenticated with it. */
export class Vault {
  readonly #place: KeyPlace;
  readonly #master: Promise<CryptoKey>;
  readonly #open = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(place: KeyPlace, masterSecret: Uint8Array<ArrayBuffer>) {
    this.#place = place;
    this.#master = crypto.subtle.importKey("raw", masterSecret, "AES-GCM", false, [
      "encrypt",
      "decrypt",
    ]);
  }

  /** The key of this name; made at the first use. */
  key(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#open.get(name);
    if (known) return known;
    const opening = this.#readOrMake(name);
    this.#open.set(name, opening);
    opening.catch(() => this.#open.delete(name));
    return opening;
  }

  /** Forgets a key for good: what was computed with it can no longer be linked. */
  async destroy(name: string): Promise<void> {
    this.#open.delete(name);
    await this.#place.destroy(name);
  }

  async #readOrMake(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const stored = await this.#place.read(name);
    if (stored !== undefined) return this.#unwrap(name, stored);
    const fresh = crypto.getRandomValues(new Uint8Array(32));
    if (await this.#place.create(name, await this.#wrap(name, fresh))) return fresh;
    return this.#readOrMake(name);
  }

  async #wrap(name: string, key: Uint8Array<ArrayBuffer>): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(settings(name, iv), await this.#master, key);
    return JSON.stringify({ wrap: "A256GCM", iv: base64(iv), key: base64(new Uint8Array(sealed)) });
  }

  async #unwrap(name: string, stored: string): Promise<Uint8Array<ArrayBuffer>> {
    const { iv, key } = Wrapped.parse(JSON.parse(stored));
    const opened = await crypto.subtle.decrypt(
      settings(name, bytes(iv)),
      await this.#master,
      bytes(key),
    );
    return new Uint8Array(opened);
  }
}

function settings(name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) };
}

function base64(raw: Uint8Array): string {
  return btoa(String.fromCharCode(...raw));
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
