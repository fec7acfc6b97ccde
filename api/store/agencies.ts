import { asc, eq, gt, sql } from "drizzle-orm";
import { agency } from "../../schema/tables/registry.ts";
import type { Databases } from "./databases.ts";

export type AgencyRow = typeof agency.$inferSelect;

export function agencyQueries({ registry }: Databases) {
  return {
    async find(id: string): Promise<AgencyRow | undefined> {
      const [row] = await registry.select().from(agency).where(eq(agency.id, id));
      return row;
    },
    /** Which of these ids are agencies. */
    async known(ids: readonly string[]): Promise<Set<string>> {
      const rows = await registry
        .select({ id: agency.id })
        .from(agency)
        .where(sql`${agency.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
      return new Set(rows.map(({ id }) => id));
    },
    /** Agencies whose id follows `after`, in order. */
    list(after: string, limit: number): Promise<AgencyRow[]> {
      return registry
        .select()
        .from(agency)
        .where(gt(agency.id, after))
        .orderBy(asc(agency.id))
        .limit(limit);
    },
    async save(row: AgencyRow): Promise<void> {
      await registry
        .insert(agency)
        .values(row)
        .onConflictDoUpdate({ target: agency.id, set: { name: row.name, nameEn: row.nameEn } });
    },
  };
}
