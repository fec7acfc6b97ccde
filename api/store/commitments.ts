import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { commitment } from "../../schema/tables/registry.ts";
import type { Databases } from "./databases.ts";

export type CommitmentRow = typeof commitment.$inferSelect;
export type NewCommitment = Omit<CommitmentRow, "version">;

/**
 * The next version of each unit's commitment, unless the text already holds from that date on. Numbered inside the
 * statement, so that two who write at once do not take the same number.
 */
export function addVersions(rows: readonly NewCommitment[]): SQL {
  const values = rows.map((row) => [
    row.unit,
    row.validFrom,
    row.content,
    row.procedure,
    row.timeLimit,
    row.standard,
  ]);
  return sql`INSERT INTO commitment
  (unit, version, valid_from, content, "procedure", time_limit, standard)
SELECT value ->> 0, 1 + (SELECT coalesce(max(version), 0) FROM commitment WHERE unit = value ->> 0),
  value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
FROM json_each(${JSON.stringify(values)})
WHERE (value ->> 2, value ->> 3, value ->> 4, value ->> 5) IS NOT (
  SELECT content, "procedure", time_limit, standard FROM commitment
  WHERE unit = value ->> 0 AND valid_from = value ->> 1 ORDER BY version DESC LIMIT 1)`;
}

export function commitmentQueries({ registry }: Databases) {
  return {
    /** Latest `validFrom` first, then the highest version. */
    of(unit: string): Promise<CommitmentRow[]> {
      return registry
        .select()
        .from(commitment)
        .where(eq(commitment.unit, unit))
        .orderBy(desc(commitment.validFrom), desc(commitment.version));
    },
    /** Answers with the newest version from that date on: the one just added, or the one that said so already. */
    async add(row: NewCommitment): Promise<CommitmentRow> {
      const [, [stored]] = await registry.batch([
        registry.run(addVersions([row])),
        registry
          .select()
          .from(commitment)
          .where(and(eq(commitment.unit, row.unit), eq(commitment.validFrom, row.validFrom)))
          .orderBy(desc(commitment.version))
          .limit(1),
      ]);
      if (!stored) throw new Error("a commitment just written is not there");
      return stored;
    },
  };
}
