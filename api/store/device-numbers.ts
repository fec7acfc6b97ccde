import { type SQL, sql } from "drizzle-orm";
import type { LibSQLDatabase } from "drizzle-orm/libsql/driver-core";
import { z } from "zod";
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
  /** Ranges by device, those not yet written included: the first ones, where a device that skips numbers has thousands. */
  of(devices: readonly string[]): Promise<Map<string, NumberRange[]>>;
  /** Writes what is outstanding and stops. */
  close(): Promise<void>;
}

/** Of one device, between two flushes: two heartbeats of a device that skipped every other number. */
const mostOutstanding = 2000;
const statementsAtOnce = 100;
/** The embedded registry answers at once, so that without this nobody else would be answered before the last range. */
const othersAreServed = () => new Promise((resolve) => setTimeout(resolve, 0));

/** `flushAfter`: milliseconds for which ranges are collected; 0 where no process outlives the request. */
export function openDeviceNumbers(
  registry: LibSQLDatabase,
  { flushAfter }: { flushAfter: number },
): DeviceNumbers {
  let outstanding = new Map<string, NumberRange[]>();
  /** What is being written. */
  let taken = new Map<string, NumberRange[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushing = Promise.resolve();
  let isLettingGo = false;

  async function write(ranges: ReadonlyMap<string, readonly NumberRange[]>): Promise<void> {
    const statements = [...ranges].flatMap(([device, list]) =>
      mergeRanges(list).flatMap((range) => addRange(registry, device, range)),
    );
    for (let at = 0; at < statements.length; at += statementsAtOnce) {
      if (at > 0) await othersAreServed();
      const [first, ...rest] = statements.slice(at, at + statementsAtOnce);
      if (first) await registry.batch([first, ...rest]);
    }
  }

  /** What a device repeats with its next heartbeat can be let go; what it makes the others wait for cannot. */
  function note(device: string, ranges: readonly NumberRange[]): void {
    const known = outstanding.get(device) ?? [];
    known.push(...ranges);
    const merged = known.length > mostOutstanding ? mergeRanges(known) : known;
    if (merged.length > mostOutstanding) isLettingGo = true;
    outstanding.set(device, merged.slice(0, mostOutstanding));
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    flushing = flushing.then(async () => {
      taken = outstanding;
      outstanding = new Map();
      if (isLettingGo) logError("device_numbers_let_go", {});
      isLettingGo = false;
      try {
        await write(taken);
      } catch (error) {
        for (const [device, ranges] of taken) note(device, ranges);
        throw error;
      } finally {
        taken = new Map();
      }
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
      const rows = z.array(StoredRange).parse(await registry.all(firstRanges(devices)));
      const byDevice = new Map<string, NumberRange[]>(devices.map((id) => [id, []]));
      for (const { device, first, last } of rows) byDevice.get(device)?.push({ first, last });
      return new Map(
        [...byDevice].map(([id, stored]) => {
          const unwritten = [...(taken.get(id) ?? []), ...(outstanding.get(id) ?? [])];
          const known = mergeRanges([...stored, ...unwritten]);
          const end = stored[mostRanges - 1]?.last;
          return [id, end === undefined ? known : known.filter(({ first }) => first <= end)];
        }),
      );
    },
    close: flush,
  };
}

/** As many as show the thousand gaps of the fleet list. */
const mostRanges = 1001;
const greatestNumber = 2_147_483_647;
const StoredRange = z.object({ device: z.string(), first: z.number(), last: z.number() });

/** The index leads to where each device's list is cut, and nothing behind that is read. */
function firstRanges(devices: readonly string[]): SQL {
  const cut = sql`(SELECT "first" FROM ${deviceNumbers} WHERE device = wanted.value
    ORDER BY "first" LIMIT 1 OFFSET ${mostRanges - 1})`;
  return sql`SELECT wanted.value AS device, ranges."first", ranges."last"
    FROM json_each(${JSON.stringify(devices)}) AS wanted
    JOIN ${deviceNumbers} AS ranges
      ON ranges.device = wanted.value AND ranges."first" <= coalesce(${cut}, ${greatestNumber})
    ORDER BY 1, 2`;
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
