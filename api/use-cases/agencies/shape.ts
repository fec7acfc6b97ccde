import type { AgencyRow } from "../../store/agencies.ts";

/** Rows as the contract shapes them: absent instead of null. */
export function agencyOf(row: AgencyRow) {
  return { id: row.id, name: row.name, ...(row.nameEn !== null && { nameEn: row.nameEn }) };
}
