import { and, asc, desc, eq, gte, inArray, lte, ne } from "drizzle-orm";
import { Programme } from "../../schema/programme.ts";
import { programme, round, unitVersion } from "../../schema/tables/registry.ts";
import type { Databases } from "./databases.ts";
import type { AssignmentRow, DeviceKeyRow, DeviceRow, deviceQueries } from "./devices.ts";
import { type FrozenRound, frozenRoundQueries } from "./frozen-rounds.ts";

/** A device as the ballots it sends need it. */
export interface DirectoryDevice {
  row: DeviceRow;
  assignments: readonly AssignmentRow[];
  keys: readonly DeviceKeyRow[];
}

const mostRounds = 64;
const mostDevices = 20_000;

/**
 * Registry look-ups on a ballot's way, remembered in this process. What an opened round froze stays (only its shortlist is
 * fixed later, and no device marks one). A device is forgotten when it is written, and after `deviceLife` milliseconds,
 * for another process may have written it. A stale answer is harmless: the urn's gate and revocations decide in the
 * ballot's own transaction.
 */
export function ballotDirectory(
  databases: Databases,
  devices: ReturnType<typeof deviceQueries>,
  deviceLife = 30_000,
) {
  const { registry } = databases;
  const frozenRounds = frozenRoundQueries(databases);
  const rounds = new Map<string, FrozenRound>();
  const loading = new Map<string, Promise<FrozenRound | undefined>>();
  const known = new Map<string, { device: Promise<DirectoryDevice | undefined>; until: number }>();

  async function loadRound(programmeId: string, date: string): Promise<FrozenRound | undefined> {
    const [row] = await registry
      .select({ id: round.id })
      .from(round)
      .where(
        and(
          eq(round.programme, programmeId),
          lte(round.from, date),
          gte(round.to, date),
          ne(round.state, "draft"),
        ),
      );
    const opened = row && (await frozenRounds.find(row.id));
    if (!opened) return undefined;
    if (rounds.size >= mostRounds) rounds.clear();
    rounds.set(opened.id, opened);
    return opened;
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
    async roundOn(programmeId: string, date: string): Promise<FrozenRound | undefined> {
      for (const opened of rounds.values()) {
        if (opened.programme.id === programmeId && opened.from <= date && date <= opened.to) {
          return opened;
        }
      }
      const key = `${programmeId} ${date}`;
      const begun = loading.get(key);
      if (begun) return begun;
      const load = loadRound(programmeId, date).finally(() => loading.delete(key));
      loading.set(key, load);
      return load;
    },
    device(id: string): Promise<DirectoryDevice | undefined> {
      const remembered = known.get(id);
      if (remembered && remembered.until > performance.now()) return remembered.device;
      const load = loadDevice(id);
      if (known.size >= mostDevices) known.clear();
      known.set(id, { device: load, until: performance.now() + deviceLife });
      load.catch(() => known.delete(id));
      return load;
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
