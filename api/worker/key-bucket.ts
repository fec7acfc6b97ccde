import type { KeyPlace } from "../keys/vault.ts";

/** What we use of an R2 bucket. */
export interface KeyBucket {
  get(name: string): Promise<{ text(): Promise<string> } | null>;
  put(
    name: string,
    text: string,
    options: { onlyIf: { etagDoesNotMatch: string } },
  ): Promise<object | null>;
  delete(name: string): Promise<void>;
}

/**
 * Wrapped keys in a bucket. R2 is strongly consistent and can write only where nothing is yet, so that isolates which start
 * together agree on one key; a KV namespace could not promise that.
 */
export function keyBucket(bucket: KeyBucket): KeyPlace {
  return {
    read: async (name) => (await bucket.get(name))?.text(),
    create: async (name, text) =>
      (await bucket.put(name, text, { onlyIf: { etagDoesNotMatch: "*" } })) !== null,
    destroy: (name) => bucket.delete(name),
  };
}
