import { openIndexedDb } from "./browser/indexed-db.ts";
import { createKiosk, type Kiosk, type KioskSettings } from "./kiosk.ts";

export type { BackupPlace } from "./backup.ts";
export { KioskError } from "./error.ts";
export { createKiosk, type Kiosk, type KioskSettings } from "./kiosk.ts";
export type { Rating } from "./rating.ts";
export type { QueueStatus } from "./status.ts";
export type * from "./storage.ts";
export type { OpenedWindow } from "./window.ts";

/** A rating device in a browser: keeps keys and ballots in IndexedDB, and sends when the network comes back. */
export async function openKiosk(
  settings: Omit<KioskSettings, "storage"> & { storageName?: string },
): Promise<Kiosk> {
  const storage = await openIndexedDb(settings.storageName ?? "wanping-kiosk");
  const kiosk = await createKiosk({ ...settings, storage });
  // Asks the browser not to evict us; where it does not promise, the backup remains.
  void navigator.storage?.persist?.();
  addEventListener("online", () => void kiosk.queue.deliver());
  return kiosk;
}
