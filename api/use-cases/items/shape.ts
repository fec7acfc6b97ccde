import type { z } from "zod";
import { ServiceItem } from "../../../schema/contract/items.ts";
import type { ItemRow } from "../../store/items.ts";

/** The row keeps the item's public description as it was sent. */
export function rowOf(unit: string, item: z.output<typeof ServiceItem>): ItemRow {
  return { unit, code: item.code, document: JSON.stringify(item) };
}

export function itemOf(row: ItemRow): z.output<typeof ServiceItem> {
  return ServiceItem.parse(JSON.parse(row.document));
}
