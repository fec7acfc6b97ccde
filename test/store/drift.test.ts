import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { is } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmbeddedStore } from "../../api/store/open-embedded.ts";
import * as registry from "../../schema/tables/registry.ts";
import * as urn from "../../schema/tables/urn.ts";

const folder = mkdtempSync(join(tmpdir(), "wanping-drift-"));
beforeAll(async () => {
  const store = await openEmbeddedStore(folder);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Drizzle renames columns by its casing only when it writes SQL. */
const casing = new CasingCache("snake_case");

test.each([
  ["registry", registry],
  ["urn", urn],
] as const)(
  "the migrated %s has exactly the tables and columns that its queries think",
  async (name, tables) => {
    const client = createClient({ url: `file:${join(folder, `${name}.db`)}` });
    const { rows } = await client.execute(`
    SELECT t.name AS "table", c.name AS "column", lower(c.type) AS type, c."notnull" AS required, c.pk > 0 AS key
    FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '__drizzle%'`);
    client.close();
    const migrated = rows.map((row) => ({ ...row }));
    const declared = Object.values(tables)
      .filter((table) => is(table, SQLiteTable))
      .flatMap((table) => {
        const { name: tableName, columns, primaryKeys } = getTableConfig(table);
        const keys = new Set(primaryKeys.flatMap((key) => key.columns));
        return columns.map((column) => ({
          table: tableName,
          column: casing.getColumnCasing(column),
          type: column.getSQLType(),
          required: Number(column.notNull),
          key: Number(column.primary || keys.has(column)),
        }));
      });
    expect(sorted(migrated)).toEqual(sorted(declared));
  },
);

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
