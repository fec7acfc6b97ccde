import { and, asc, eq, sql } from "drizzle-orm";
import { programme } from "../../schema/tables/registry.ts";
import type { Databases } from "./databases.ts";

export type ProgrammeRow = typeof programme.$inferSelect;

export function programmeQueries({ registry }: Databases) {
  return {
    async find(id: string, version: string): Promise<ProgrammeRow | undefined> {
      const [row] = await registry
        .select()
        .from(programme)
        .where(and(eq(programme.id, id), eq(programme.version, version)));
      return row;
    },
    /** Versions that follow `after` by id and version, in order. */
    list(after: { id: string; version: string }, limit: number): Promise<ProgrammeRow[]> {
      return registry
        .select()
        .from(programme)
        .where(sql`(${programme.id}, ${programme.version}) > (${after.id}, ${after.version})`)
        .orderBy(asc(programme.id), asc(programme.version))
        .limit(limit);
    },
    /** Stores a version unless it is there; answers with what is there. */
    async add(row: ProgrammeRow): Promise<ProgrammeRow> {
      const [, [stored]] = await registry.batch([
        registry.insert(programme).values(row).onConflictDoNothing(),
        registry
          .select()
          .from(programme)
          .where(and(eq(programme.id, row.id), eq(programme.version, row.version))),
      ]);
      if (!stored) throw new Error("a programme just written is not there");
      return stored;
    },
  };
}
