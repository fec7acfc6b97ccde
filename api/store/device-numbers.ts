import { asc, inArray, sql } from "drizzle-orm";
import type { LibSQLDatabase } from "drizzle-orm/libsql/driver-core";
import { deviceNumbers } from "../../schema/tables/registry.ts";
import { logError } from "../log.ts";

/** Numbers `first` to `last`, both inclusive. */
export interface NumberRange {
  first: number;
  last: number;
}

/**
 * Which numbers of each device have arrived, as ranges, so that gaps show. It is written after the ballot and beside
 * it: adding a range twice changes nothing, and what a killed process had not yet written the device's next heartbeat brings.
 */
export interface DeviceNumbers {
  /** Notes ranges. Resolves at once where a flush follows by itself, else when they are stored. */
  add(device: string, ranges: readonly NumberRange[]): Promise<void>;
  /** Ranges by device; those not yet written included. */
  of(devices: readonly string[]): Promise<Map<string, NumberRange[]>>;
  /** Writes what is outstanding and stops. */
  close(): Promise<void>;
}

/** `flushAfter`: milliseconds for which ranges are collected; 0 where no process outlives the request. */
export function openDeviceNumbers(
  registry: LibSQLDatabase,
  { flushAfter }: { flushAfter: number },
): DeviceNumbers {
  let outstanding = new Map<string, NumberRange[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushing = Promise.resolve();

  async function write(ranges: ReadonlyMap<string, readonly NumberRange[]>): Promise<void> {
    const statements = [...ranges].flatMap(([device, list]) =>
      mergeRanges(list).flatMap((range) => addRange(registry, device, range)),
    );
    const [first, ...rest] = statements;
    if (first) await registry.batch([first, ...rest]);
  }

  function note(device: string, ranges: readonly NumberRange[]): void {
    const known = outstanding.get(device);
    if (known) known.push(...ranges);
    else outstanding.set(device, [...ranges]);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    flushing = flushing.then(async () => {
      const taken = outstanding;
      outstanding = new Map();
      await write(taken).catch((error: unknown) => {
        for (const [device, ranges] of taken) note(device, ranges);
        throw error;
      });
    });
    const outcome = flushing;
    flushing = flushing.catch(() => {});
    return outcome;
  }

  function schedule(): void {
    timer ??= setTimeout(() => {
      flush().catch((error: unknown) => {
        logError("device_numbers_not_written", { message: String(error) });
        schedule();
      });
    }, flushAfter);
  }

  return {
    async add(device, ranges) {
      if (ranges.length === 0) return;
      if (flushAfter === 0) return write(new Map([[device, ranges]]));
      note(device, ranges);
      schedule();
    },
    async of(devices) {
      const rows = await registry
        .select()
        .from(deviceNumbers)
        .where(inArray(deviceNumbers.device, [...devices]))
        .orderBy(asc(deviceNumbers.device), asc(deviceNumbers.first));
      const byDevice = new Map(devices.map((id) => [id, [...(outstanding.get(id) ?? [])]]));
      for (const { device, first, last } of rows) byDevice.get(device)?.push({ first, last });
      return new Map([...byDevice].map(([id, ranges]) => [id, mergeRanges(ranges)]));
    },
    close: flush,
  };
}

/** The same numbers in the fewest ranges, in order. */
export function mergeRanges(ranges: readonly NumberRange[]): NumberRange[] {
  const merged: NumberRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const previous = merged.at(-1);
    if (previous && range.first <= previous.last + 1) {
      previous.last = Math.max(previous.last, range.last);
    } else {
      merged.push({ ...range });
    }
  }
  return merged;
}

/**
 * Grows the range that it touches, or adds one, then drops those that this covers: safe beside another writer. It looks at the
 * touched ranges alone, for a device that skips numbers may have thousands.
 */
function addRange(registry: LibSQLDatabase, device: string, { first, last }: NumberRange) {
  const before = sql`(SELECT max("first") FROM ${deviceNumbers} WHERE device = ${device} AND "first" <= ${first})`;
  return [
    registry.run(sql`INSERT INTO ${deviceNumbers} (device, "first", "last")
      SELECT ${device}, min(${first}, coalesce(min("first"), ${first})), max(${last}, coalesce(max("last"), ${last}))
      FROM ${deviceNumbers} WHERE device = ${device}
        AND "first" BETWEEN coalesce(${before}, ${first}) AND ${last + 1} AND "last" >= ${first - 1}
      ON CONFLICT DO UPDATE SET "last" = max("last", excluded."last")`),
    registry.run(sql`DELETE FROM ${deviceNumbers}
      WHERE device = ${device} AND "first" > ${before} AND "first" <= ${last + 1}`),
  ];
}
