import { and, asc, between, eq } from "drizzle-orm";
import { visitCount } from "../../schema/tables/registry.ts";
import type { Databases } from "./databases.ts";
import { upsert } from "./upsert.ts";

export type VisitCountRow = typeof visitCount.$inferSelect;

export function visitCountQueries({ registry }: Databases) {
  return {
    /** Days with a report, both ends inclusive, in order. */
    of(unit: string, from: string, to: string): Promise<VisitCountRow[]> {
      return registry
        .select()
        .from(visitCount)
        .where(and(eq(visitCount.unit, unit), between(visitCount.on, from, to)))
        .orderBy(asc(visitCount.on));
    },
    /** All or nothing; of two reports for one day the later stands. */
    async save(rows: readonly VisitCountRow[]): Promise<void> {
      await registry.run(upsert(visitCount, ["unit", "on"], rows));
    },
  };
}
