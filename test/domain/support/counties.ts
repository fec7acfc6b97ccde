import { readFileSync } from "node:fs";
import { Programme } from "../../../schema/programme.ts";

/** One of the five county programmes, as its document says it. */
export function county(id: string): Programme {
  const path = new URL(`../../../schema/programmes/${id}.json`, import.meta.url);
  return Programme.parse(JSON.parse(readFileSync(path, "utf8")));
}
