export type CsvValue = string | number | undefined;

/**
 * RFC 4180: comma, CRLF, quotes where a field needs them. A table of readable columns, the same for every release.
 */
export function csv(header: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  return lines(header, rows, (value) => value);
}

/**
 * The same table for Excel and its relatives: a byte order mark, so that Chinese is read as UTF-8, and no text that a
 * spreadsheet would run as a formula.
 */
export function excelCsv(header: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  return `\u{feff}${lines(header, rows, inert)}`;
}

function lines(
  header: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  guard: (text: string) => string,
): string {
  const line = (values: readonly CsvValue[]) =>
    `${values.map((value) => field(value, guard)).join(",")}\r\n`;
  return [line(header), ...Array.from(rows, line)].join("");
}

function field(value: CsvValue, guard: (text: string) => string): string {
  if (value === undefined) return "";
  // A number is a number, also with a minus sign: only text can hide a formula.
  if (typeof value === "number") return String(value);
  const text = guard(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What starts a formula, in ASCII and in the full-width forms that Excel reads alike, also behind blanks. */
const formula = /^[\s\u{feff}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function inert(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
