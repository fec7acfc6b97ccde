import { Programme } from "../../../schema/programme.ts";
import type { ProgrammeRow } from "../../store/programmes.ts";

/** The document of a row, parsed. */
export function documentOf(row: ProgrammeRow): Programme {
  return Programme.parse(JSON.parse(row.document));
}

export function summaryOf(row: ProgrammeRow) {
  const { title, county } = documentOf(row);
  return { id: row.id, version: row.version, title, county, sha256: row.sha256 };
}
