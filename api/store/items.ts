import { asc, eq } from "drizzle-orm";
import { serviceItem } from "../../schema/tables/registry.ts";
import type { Databases } from "./databases.ts";
import { upsert } from "./upsert.ts";

export type ItemRow = typeof serviceItem.$inferSelect;

export function itemQueries({ registry }: Databases) {
  return {
    of(unit: string): Promise<ItemRow[]> {
      return registry
        .select()
        .from(serviceItem)
        .where(eq(serviceItem.unit, unit))
        .orderBy(asc(serviceItem.code));
    },
    async save(row: ItemRow): Promise<void> {
      await registry.run(upsert(serviceItem, ["unit", "code"], [row]));
    },
  };
}
