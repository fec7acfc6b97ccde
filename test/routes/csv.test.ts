import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csv, excelCsv } from "../../api/use-cases/publication/csv.ts";

const awkward = ['say "yes"', "a,b", "two\r\nlines", " ", "窗口", ""];

test("any text comes back from the table as it went in", () => {
  const text = csv(
    ["a", "b"],
    awkward.map((value) => [value, -1.5]),
  );
  expect(parse(text, { columns: true })).toEqual(awkward.map((a) => ({ a, b: "-1.5" })));
});

test.each([
  "=1+1",
  "+1",
  "-1",
  "@A1",
  "\t=1",
  "\r=1",
  "\n=1",
  " =1",
  "＝1",
  "＋1",
  "－1",
  "＠A1",
  "\ufeff=1",
])("%j cannot start a formula in a spreadsheet", (text) => {
  const rows = parse(excelCsv(["a"], [[text]]), { bom: true });
  expect(rows).toEqual([["a"], [`'${text}`]]);
});

test("numbers and plain text are left alone in the table for a spreadsheet", () => {
  expect(excelCsv(["a", "b", "c"], [[-1, "1+1", undefined]])).toBe("\ufeffa,b,c\r\n-1,1+1,\r\n");
});
