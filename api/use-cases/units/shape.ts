import type { UnitRow } from "../../store/units.ts";

interface UnitForm {
  agency: string;
  validFrom: string;
  name: string;
  nameEn?: string | undefined;
  pool: string;
  system: string;
  tags: string[];
  managedBy: "agency" | "township" | "dual";
  township?: string | undefined;
  place?: string | undefined;
  head?: string | undefined;
  officePhone?: string | undefined;
  address?: string | undefined;
  duties?: string | undefined;
  predecessor?: string | undefined;
  closed: boolean;
}

/** A unit's form as a row; absent becomes null. */
export function rowOf(unit: string, form: UnitForm): UnitRow {
  return {
    unit,
    validFrom: form.validFrom,
    agency: form.agency,
    name: form.name,
    nameEn: form.nameEn ?? null,
    pool: form.pool,
    system: form.system,
    tags: form.tags,
    managedBy: form.managedBy,
    township: form.township ?? null,
    place: form.place ?? null,
    head: form.head ?? null,
    officePhone: form.officePhone ?? null,
    address: form.address ?? null,
    duties: form.duties ?? null,
    predecessor: form.predecessor ?? null,
    closed: form.closed,
  };
}

/** A row as the contract shapes it; null becomes absent. */
export function unitOf(row: UnitRow, successors: string[]) {
  return {
    id: row.unit,
    validFrom: row.validFrom,
    successors,
    closed: row.closed,
    agency: row.agency,
    name: row.name,
    nameEn: row.nameEn ?? undefined,
    pool: row.pool,
    system: row.system,
    tags: row.tags,
    managedBy: row.managedBy,
    township: row.township ?? undefined,
    place: row.place ?? undefined,
    head: row.head ?? undefined,
    officePhone: row.officePhone ?? undefined,
    address: row.address ?? undefined,
    duties: row.duties ?? undefined,
    predecessor: row.predecessor ?? undefined,
  };
}
