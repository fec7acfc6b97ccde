import { and, asc, desc, eq, gte, inArray, lte, ne } from "drizzle-orm";
import { z } from "zod";
import { Programme } from "../../schema/programme.ts";
import { programme, round, roundUnit, unitVersion } from "../../schema/tables/registry.ts";
import type { UnitSnapshot } from "../domain/model.ts";
import type { Databases } from "./databases.ts";
import type { AssignmentRow, DeviceKeyRow, DeviceRow, deviceQueries } from "./devices.ts";

/** What a ballot of a visit date is judged by. It never changes once the round has opened. */
export interface OpenedRound {
  id: string;
  from: string;
  to: string;
  programme: Programme;
  units: ReadonlyMap<string, UnitSnapshot>;
}

/** A device as the ballots it sends need it. */
export interface DirectoryDevice {
  row: DeviceRow;
  assignments: readonly AssignmentRow[];
  keys: readonly DeviceKeyRow[];
}

const Snapshot = z.object({
  id: z.string(),
  agency: z.string(),
  pool: z.string(),
  tags: z.array(z.string()),
  system: z.string(),
  township: z.string().optional(),
  managedBy: z.enum(["agency", "township", "dual"]),
});

const mostRounds = 64;
const mostDevices = 20_000;

/**
 * Registry look-ups on a ballot's way, remembered in this process. Opened rounds and programme versions are immutable and
 * stay; a device is forgotten when it is written, and after `deviceLife` milliseconds where another process may
 * have written it. A stale answer is harmless: the urn's gate and revocations decide in the ballot's own transaction.
 */
export function ballotDirectory(
  { registry }: Databases,
  devices: ReturnType<typeof deviceQueries>,
  deviceLife = 5000,
) {
  const rounds = new Map<string, OpenedRound>();
  const known = new Map<string, { device: Promise<DirectoryDevice | undefined>; until: number }>();

  async function programmeOf(id: string, version: string): Promise<Programme> {
    const [row] = await registry
      .select()
      .from(programme)
      .where(and(eq(programme.id, id), eq(programme.version, version)));
    if (!row) throw new Error(`round of an unknown programme ${id} ${version}`);
    return Programme.parse(JSON.parse(row.document));
  }

  async function loadDevice(id: string): Promise<DirectoryDevice | undefined> {
    const [row, assignments, keys] = await Promise.all([
      devices.find(id),
      devices.assignments([id]),
      devices.keys(id),
    ]);
    return row && { row, assignments, keys };
  }

  return {
    /** The round of a programme in which a visit date lies, once it has opened. */
    async roundOn(programmeId: string, date: string): Promise<OpenedRound | undefined> {
      for (const opened of rounds.values()) {
        if (opened.programme.id === programmeId && opened.from <= date && date <= opened.to) {
          return opened;
        }
      }
      const [row] = await registry
        .select()
        .from(round)
        .where(
          and(
            eq(round.programme, programmeId),
            lte(round.from, date),
            gte(round.to, date),
            ne(round.state, "draft"),
          ),
        );
      if (!row) return undefined;
      const units = await registry.select().from(roundUnit).where(eq(roundUnit.round, row.id));
      const opened: OpenedRound = {
        id: row.id,
        from: row.from,
        to: row.to,
        programme: await programmeOf(row.programme, row.version),
        units: new Map(
          units.map(({ unit, snapshot }) => [unit, Snapshot.parse(JSON.parse(snapshot))]),
        ),
      };
      if (rounds.size >= mostRounds) rounds.clear();
      rounds.set(row.id, opened);
      return opened;
    },
    device(id: string): Promise<DirectoryDevice | undefined> {
      const remembered = known.get(id);
      if (remembered && remembered.until > performance.now()) return remembered.device;
      const loading = loadDevice(id);
      if (known.size >= mostDevices) known.clear();
      known.set(id, { device: loading, until: performance.now() + deviceLife });
      loading.catch(() => known.delete(id));
      return loading;
    },
    forgetDevice(id: string): void {
      known.delete(id);
    },
    /** The version of a programme that was uploaded last. */
    async newestProgramme(id: string): Promise<Programme | undefined> {
      const [row] = await registry
        .select()
        .from(programme)
        .where(eq(programme.id, id))
        .orderBy(desc(programme.uploadedAt), desc(programme.version))
        .limit(1);
      return row && Programme.parse(JSON.parse(row.document));
    },
    /** Names of units as of a day; a unit that begins later has its first name. */
    async unitNames(units: readonly string[], on: string): Promise<Map<string, string>> {
      const rows = await registry
        .select()
        .from(unitVersion)
        .where(inArray(unitVersion.unit, [...units]))
        .orderBy(asc(unitVersion.validFrom));
      const names = new Map<string, string>();
      for (const { unit, validFrom, name } of rows) {
        if (!names.has(unit) || validFrom <= on) names.set(unit, name);
      }
      return names;
    },
  };
}
