import type { Entry, Kept, Key, KioskStorage } from "../storage.ts";

const kept = "kept";
const queue = "queue";
/** Older browsers always wait for the disk, and know no third argument. */
const durably: IDBTransactionOptions = { durability: "strict" };

/** Memory in the browser. Private keys lie in it as objects that cannot be exported. */
export async function openIndexedDb(name: string): Promise<KioskStorage> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(kept);
    opening.result.createObjectStore(queue, { keyPath: "position", autoIncrement: true });
  };
  const database = await settled(opening);

  /** Runs in one transaction, and resolves once it is on the disk. */
  function change(work: (transaction: IDBTransaction) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction([kept, queue], "readwrite", durably);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction);
    });
  }

  return {
    keepsKeysInside: true,
    read: <K extends Key>(key: K): Promise<Kept[K] | undefined> =>
      settled(database.transaction(kept).objectStore(kept).get(key)),
    write: (key, value) => change((it) => it.objectStore(kept).put(value, key)),
    append(entry) {
      const complete: Entry = { ...entry, position: 0, number: 0 };
      return change((it) => {
        const numbers = it.objectStore(kept);
        const reading: IDBRequest<number | undefined> = numbers.get("nextNumber");
        reading.onsuccess = () => {
          complete.number = reading.result ?? 1;
          numbers.put(complete.number + 1, "nextNumber");
          const adding = it.objectStore(queue).add(withoutPosition(complete));
          adding.onsuccess = () => {
            complete.position = Number(adding.result);
          };
        };
      }).then(() => complete);
    },
    restore: (entries) =>
      change((it) => {
        for (const entry of entries) it.objectStore(queue).add(withoutPosition(entry));
      }),
    entries: () => settled(database.transaction(queue).objectStore(queue).getAll()),
    replace: (entries) =>
      change((it) => {
        for (const entry of entries) it.objectStore(queue).put(entry);
      }),
    remove: (positions) =>
      change((it) => {
        for (const position of positions) it.objectStore(queue).delete(position);
      }),
  };
}

function withoutPosition(entry: Omit<Entry, "position"> & { position?: number }) {
  const { position: _, ...rest } = entry;
  return rest;
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
