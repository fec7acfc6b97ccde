import type { UnitResult } from "../../../schema/contract/result-shapes.ts";
import { sha256Hex } from "../../canonical.ts";
import { groupBy } from "../../domain/group-by.ts";
import type { Cell } from "../../domain/model.ts";
import type { ReleaseFile } from "../../store/releases.ts";
import { csv, excelCsv } from "./csv.ts";
import { inputsOf } from "./inputs.ts";
import { type Computed, type Identity, roundResultOf, tallyCellOf, unitResultOf } from "./shape.ts";
import { traceOf } from "./trace.ts";
import { unitTable } from "./unit-table.ts";

const json = "application/json";
const ndjson = "application/x-ndjson";
const table = "text/csv; charset=utf-8";

/** The path of the round's own result: the only file in which a release says which one it is. */
export const roundPath = "round";

/** No unit's name begins with a hyphen: there lies what is counted of ballots as a whole. */
export function tallyPath(unit: string): string {
  return `tallies/${unit === "" ? "-" : unit}`;
}

/** The round's own result, as bytes. */
export function roundFile(computed: Computed, identity: Identity): ReleaseFile {
  return fileOf(roundPath, json, JSON.stringify(roundResultOf(computed, identity)));
}

/** Every other address of a release, as bytes: the same figures always give the same. */
export function figureFiles(computed: Computed): ReleaseFile[] {
  const units = computed.shown.units.map((unit) => unitResultOf(unit, computed));
  const tallies = [...computed.cells].sort(byUnit);
  const { header, rows } = unitTable(units);
  return [
    fileOf("inputs", json, JSON.stringify(inputsOf(computed))),
    ...computed.shown.units.map((unit) =>
      fileOf(`traces/${unit.unit}`, json, JSON.stringify(traceOf(unit, computed))),
    ),
    ...units.map((unit) => fileOf(`units/${unit.unit}`, json, JSON.stringify(unit))),
    fileOf("units.csv", table, csv(header, rows)),
    fileOf("units.excel.csv", table, excelCsv(header, rows)),
    fileOf("units.ndjson", ndjson, lines(units)),
    ...[...groupBy(tallies, ({ unit }) => unit)].map(([unit, cells]) =>
      fileOf(tallyPath(unit), ndjson, lines(cells.map(tallyCellOf))),
    ),
    fileOf("tallies.csv", table, csv(tallyColumns, tallies.map(tallyRow))),
    fileOf("tallies.ndjson", ndjson, lines(tallies.map(tallyCellOf))),
  ];
}

const tallyColumns = [
  "unit",
  "group",
  "channel",
  "stream",
  "question",
  "answer",
  "count",
  "sum",
  "sum_of_squares",
];

function tallyRow(cell: Cell) {
  const { unit, group, channel, stream, question, answer, count, sum, sumOfSquares } = cell;
  return [unit, group, channel, stream, question, answer, count, sum, sumOfSquares];
}

/** A stable sort: within a unit the cells keep the order of their cube. */
function byUnit(left: Cell, right: Cell): number {
  return left.unit < right.unit ? -1 : left.unit > right.unit ? 1 : 0;
}

function lines(values: readonly (UnitResult | ReturnType<typeof tallyCellOf>)[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

const utf8 = new TextEncoder();

function fileOf(path: string, mediaType: string, text: string): ReleaseFile {
  const bytes = utf8.encode(text);
  return { path, mediaType, bytes, sha256: sha256Hex(bytes) };
}
