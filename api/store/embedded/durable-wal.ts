import { closeSync, fdatasync, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";

/** Makes what SQLite has committed durable. */
export interface DurableWal {
  /** Resolves when everything that was committed before the call has reached the disk. */
  sync(): Promise<void>;
  close(): void;
}

/**
 * Syncs a write-ahead log beside SQLite. A commit with `synchronous=FULL` is one with `NORMAL` and then a sync of the log
 * file, during which the whole process stands still. Here the sync runs on another thread, and the next ballots are
 * written meanwhile. Every call begins a new sync or waits for one that begins after it: one under way may have missed
 * what it asks about. After a failed sync nobody knows what is on the disk, so every later one fails too, until a
 * restart reads it back.
 */
export function openDurableWal(databaseFile: string): DurableWal {
  syncFolder(dirname(databaseFile));
  const log = openSync(`${databaseFile}-wal`, "r+");
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let failure: Error | undefined;

  function begin(): Promise<void> {
    next = undefined;
    running = new Promise<void>((resolve, reject) => {
      fdatasync(log, (error) => {
        running = undefined;
        failure ??= error ?? undefined;
        if (failure) reject(failure);
        else resolve();
      });
    });
    return running;
  }

  return {
    sync() {
      if (failure) return Promise.reject(failure);
      if (!running) return begin();
      next ??= running.then(begin);
      return next;
    },
    close: () => closeSync(log),
  };
}

/** The log's name must be durable as well; Windows has no such call and needs none. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
