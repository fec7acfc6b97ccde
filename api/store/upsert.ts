import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/**
 * One statement that stores any number of rows, replacing those with the same key. The rows travel as one JSON
 * parameter: a statement for each would be slow, and a parameter for each value hits SQLite's limit.
 */
export function upsert<Table extends SQLiteTable>(
  table: Table,
  key: readonly (keyof Table["$inferSelect"] & string)[],
  rows: readonly Table["$inferSelect"][],
): SQL {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([field]) => sql.identifier(toSnakeCase(field)));
  const values = rows.map((row: Record<string, unknown>) =>
    columns.map(([field, column]) => {
      const value = row[field] ?? null;
      return value === null ? null : column.mapToDriverValue(value);
    }),
  );
  return sql`INSERT INTO ${table} (${list(names)})
SELECT ${list(names.map((_, place) => sql`value ->> ${sql.raw(String(place))}`))}
FROM json_each(${JSON.stringify(values)}) WHERE true
ON CONFLICT (${list(key.map((field) => sql.identifier(toSnakeCase(field))))})
DO UPDATE SET ${list(names.map((name) => sql`${name} = excluded.${name}`))}`;
}

function list(parts: Parameters<typeof sql.join>[0]): SQL {
  return sql.join(parts, sql`, `);
}
