import { deepStrictEqual } from "node:assert";
import { join } from "node:path";
import Database from "libsql";
import { groupBy, openJuneWith, round } from "./june.ts";
import { offer, secondsOf } from "./offer.ts";

/** A month's counters, read as publication reads them, and the same figures grouped anew from the ballots. */
const folder = process.env.DATA_DIR ?? "";
const { store } = await openJuneWith(Number(process.env.BALLOTS), folder);
const recount = new Database(join(folder, "urn.db"), { readonly: true }).prepare(groupBy);

const sorted = (cells: readonly unknown[]) =>
  cells.map((cell) => JSON.stringify(Object.entries(Object(cell)).sort())).sort();
deepStrictEqual(sorted(await store.counting.cells(round)), sorted(recount.all(round)));

offer({
  counters: () => secondsOf(() => store.counting.cells(round)),
  recount: () => secondsOf(() => recount.all(round)),
});
