import { ownError } from "./error.ts";
import type { Entry, KioskStorage } from "./storage.ts";

const format = "wanping-queue-1";

/** A place outside the browser's storage, for example a file of the app around the page. */
export interface BackupPlace {
  /** Keeps the text instead of the one before; durable when it resolves. */
  save(text: string): Promise<void>;
  load(): Promise<string | undefined>;
}

/** Every ballot that waits or was refused, as text. No key is in it: whoever finds it can read, but send nothing. */
export async function exportQueue(storage: KioskStorage): Promise<string> {
  const credential = await storage.read("credential");
  return JSON.stringify({
    format,
    device: credential?.device,
    nextNumber: await storage.read("nextNumber"),
    entries: await storage.entries(),
  });
}

/**
 * Takes ballots of a backup into the queue, each once. What may have been sent already keeps its number and its serial, so
 * that it counts once; the rest is numbered as this device's own unless the backup is of this device.
 */
export async function importQueue(storage: KioskStorage, text: string): Promise<number> {
  const backup = parse(text);
  const credential = await storage.read("credential");
  const known = new Set((await storage.entries()).map(({ serial }) => serial));
  const missing = backup.entries.filter(({ serial }) => !known.has(serial));
  const sameDevice = !credential || credential.device === backup.device;
  const kept = missing.filter(({ ratedAt }) => sameDevice || ratedAt !== undefined);
  await storage.restore(kept.map(withoutPosition));
  for (const entry of missing) if (!kept.includes(entry)) await storage.append(entry);
  if (sameDevice) {
    const next = Math.max((await storage.read("nextNumber")) ?? 1, backup.nextNumber);
    await storage.write("nextNumber", next);
  }
  return missing.length;
}

/** A device that enrols under another name starts its own numbers; what may have been sent keeps the old ones. */
export async function renumber(storage: KioskStorage): Promise<void> {
  const unsent = (await storage.entries()).filter(({ ratedAt, refused }) => !ratedAt && !refused);
  const renumbered = unsent.map((entry, index) => ({ ...entry, number: index + 1 }));
  await storage.write("nextNumber", unsent.length + 1);
  if (renumbered.length > 0) await storage.replace(renumbered);
}

function withoutPosition({ position: _, ...entry }: Entry): Omit<Entry, "position"> {
  return entry;
}

interface Backup {
  device: string | undefined;
  nextNumber: number;
  entries: Entry[];
}

/** All of a backup or nothing: a ballot left out without a word would be lost. */
function parse(text: string): Backup {
  const { format: found, device, nextNumber = 1, entries } = membersOf(text);
  const isWhole =
    found === format &&
    (device === undefined || typeof device === "string") &&
    typeof nextNumber === "number" &&
    Array.isArray(entries) &&
    entries.every(isEntry);
  if (!isWhole) throw ownError("bad_backup");
  return { device, nextNumber, entries };
}

function isEntry(value: unknown): value is Entry {
  const entry: { [Member in keyof Entry]?: unknown } = Object(value);
  const { position, number, clock, serial, programme, instrument, run, answers } = entry;
  return (
    [position, number, clock].every((it) => typeof it === "number") &&
    [serial, programme, instrument, run].every((it) => typeof it === "string") &&
    typeof answers === "object"
  );
}

function membersOf(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch (_) {
    throw ownError("bad_backup");
  }
}
