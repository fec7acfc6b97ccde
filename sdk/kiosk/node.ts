import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { Entry, Kept, Key, KioskStorage } from "./storage.ts";

export type { BackupPlace } from "./backup.ts";
export { KioskError } from "./error.ts";
export { createKiosk, type Kiosk, type KioskSettings } from "./kiosk.ts";
export type { Rating } from "./rating.ts";
export type { QueueStatus } from "./status.ts";
export type * from "./storage.ts";
export type { OpenedWindow } from "./window.ts";

/** What holds a private key. */
const secrets = ["credential", "newKey", "nextKey"] as const;
const algorithm = { name: "ECDSA", namedCurve: "P-256" };

interface Content {
  kept: Kept;
  nextPosition: number;
  entries: Entry[];
}

/**
 * Memory in one file that only its owner can read, the private key included. Each change is written beside it, brought to
 * the disk and put in its place, so that a power cut leaves the old or the new. One process at a time.
 */
export async function openFile(path: string): Promise<KioskStorage> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  let content = await load(path);
  let last: Promise<unknown> = Promise.resolve();

  /** One change after another; memory follows the disk, never the other way round. */
  function change<Result>(make: (next: Content) => Result): Promise<Result> {
    const done = last.then(async () => {
      const next = { ...content, kept: { ...content.kept }, entries: [...content.entries] };
      const result = make(next);
      await save(path, next);
      content = next;
      return result;
    });
    last = done.catch(() => undefined);
    return done;
  }

  function add(next: Content, entry: Omit<Entry, "position">): Entry {
    const complete = { ...entry, position: next.nextPosition };
    next.nextPosition += 1;
    next.entries.push(complete);
    return complete;
  }

  return {
    keepsKeysInside: false,
    read: async <K extends Key>(key: K): Promise<Kept[K] | undefined> => content.kept[key],
    write: (key, value) =>
      change((next) => {
        next.kept[key] = value;
      }),
    append: (entry) =>
      change((next) => {
        const number = next.kept.nextNumber ?? 1;
        next.kept.nextNumber = number + 1;
        return add(next, { ...entry, number });
      }),
    restore: (entries) =>
      change((next) => {
        for (const entry of entries) add(next, entry);
      }),
    entries: async () => [...content.entries],
    replace: (entries) =>
      change((next) => {
        const changed = new Map(entries.map((entry) => [entry.position, entry]));
        next.entries = next.entries.map((entry) => changed.get(entry.position) ?? entry);
      }),
    remove: (positions) =>
      change((next) => {
        const gone = new Set(positions);
        next.entries = next.entries.filter(({ position }) => !gone.has(position));
      }),
  };
}

/** A damaged file is an error for a person to look at: starting empty would lose ballots without a word. */
async function load(path: string): Promise<Content> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return { kept: {}, nextPosition: 1, entries: [] };
  const { privateKeys, ...content } = JSON.parse(text);
  for (const name of secrets) {
    const jwk = privateKeys[name];
    if (!jwk) continue;
    const privateKey = await crypto.subtle.importKey("jwk", jwk, algorithm, true, ["sign"]);
    content.kept[name] = { ...content.kept[name], privateKey };
  }
  return content;
}

async function save(path: string, { kept, ...content }: Content): Promise<void> {
  const publicParts: Record<string, unknown> = {};
  const privateKeys: Record<string, unknown> = {};
  for (const name of secrets) {
    const { privateKey, ...rest } = kept[name] ?? {};
    publicParts[name] = privateKey && rest;
    privateKeys[name] = privateKey && (await crypto.subtle.exportKey("jwk", privateKey));
  }
  const text = JSON.stringify({ ...content, kept: { ...kept, ...publicParts }, privateKeys });
  const written = `${path}.new`;
  const file = await open(written, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(written, path);
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
