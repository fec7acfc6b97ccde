import { and, asc, eq, gt, inArray, lte, max, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { agency, serviceItem, unitVersion } from "../../schema/tables/registry.ts";
import type { AgencyRow } from "./agencies.ts";
import { addVersions, type NewCommitment } from "./commitments.ts";
import type { Databases } from "./databases.ts";
import type { ItemRow } from "./items.ts";
import { upsert } from "./upsert.ts";

export type UnitRow = typeof unitVersion.$inferSelect;

export interface UnitFilter {
  /** Part of the name, in either language. */
  q?: string | undefined;
  agency?: string | undefined;
  pool?: string | undefined;
  place?: string | undefined;
  township?: string | undefined;
  closed?: "exclude" | "include" | undefined;
}

export function unitQueries({ registry }: Databases) {
  /** The version of each unit that is in force on a date. */
  const inForce = (date: string) => {
    const other = alias(unitVersion, "other");
    const newest = registry
      .select({ newest: max(other.validFrom) })
      .from(other)
      .where(and(eq(other.unit, unitVersion.unit), lte(other.validFrom, date)));
    return eq(unitVersion.validFrom, newest);
  };
  const select = (...conditions: (SQL | undefined)[]) =>
    registry
      .select()
      .from(unitVersion)
      .where(and(...conditions))
      .orderBy(asc(unitVersion.unit));
  const save = (rows: readonly UnitRow[]) =>
    registry.run(upsert(unitVersion, ["unit", "validFrom"], rows));

  return {
    async find(id: string, date: string): Promise<UnitRow | undefined> {
      const [row] = await select(eq(unitVersion.unit, id), inForce(date));
      return row;
    },
    /** Units as they stand on a date whose id follows `after`, in order. */
    list(date: string, filter: UnitFilter, after: string, limit: number): Promise<UnitRow[]> {
      const matches = [
        filter.q === undefined ? undefined : named(filter.q),
        filter.agency === undefined ? undefined : eq(unitVersion.agency, filter.agency),
        filter.pool === undefined ? undefined : eq(unitVersion.pool, filter.pool),
        filter.place === undefined ? undefined : eq(unitVersion.place, filter.place),
        filter.township === undefined ? undefined : eq(unitVersion.township, filter.township),
        filter.closed === "include" ? undefined : eq(unitVersion.closed, false),
      ];
      return select(gt(unitVersion.unit, after), inForce(date), ...matches).limit(limit);
    },
    /** Units that on a date name one of these as their predecessor, in order. */
    naming(predecessors: readonly string[], date: string): Promise<UnitRow[]> {
      return select(inArray(unitVersion.predecessor, [...predecessors]), inForce(date));
    },
    /** Which of these ids are units, on whatever date. */
    async known(ids: readonly string[]): Promise<Set<string>> {
      const rows = await registry
        .selectDistinct({ id: unitVersion.unit })
        .from(unitVersion)
        .where(sql`${unitVersion.unit} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
      return new Set(rows.map(({ id }) => id));
    },
    /** Units of some pools that are open on a date, with the names of their agencies. */
    inPools(pools: readonly string[], date: string) {
      return registry
        .select({ unit: unitVersion, agencyName: agency.name, agencyNameEn: agency.nameEn })
        .from(unitVersion)
        .innerJoin(agency, eq(agency.id, unitVersion.agency))
        .where(
          and(inForce(date), eq(unitVersion.closed, false), inArray(unitVersion.pool, [...pools])),
        )
        .orderBy(asc(unitVersion.unit));
    },
    async save(row: UnitRow): Promise<void> {
      await save([row]);
    },
    /** All or nothing. */
    async saveAll(all: {
      agencies: readonly AgencyRow[];
      units: readonly UnitRow[];
      commitments: readonly NewCommitment[];
      items: readonly ItemRow[];
    }): Promise<void> {
      await registry.batch([
        registry.run(upsert(agency, ["id"], all.agencies)),
        save(all.units),
        registry.run(addVersions(all.commitments)),
        registry.run(upsert(serviceItem, ["unit", "code"], all.items)),
      ]);
    },
  };
}

/** The text occurs in a name, taken literally: `%` and `_` are no wildcards. */
function named(text: string): SQL | undefined {
  const pattern = `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return or(
    sql`${unitVersion.name} LIKE ${pattern} ESCAPE '\\'`,
    sql`${unitVersion.nameEn} LIKE ${pattern} ESCAPE '\\'`,
  );
}
