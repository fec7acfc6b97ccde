import { expect, test } from "vitest";
import { readSources } from "./source.ts";

const askWhy = 200;
const tooLong = 300;

/** Files that are long for a reason: path → the reason. */
const exemptions: Record<string, string> = {
  "schema/contract/problems.ts":
    "one table of every problem, read by its rows and not from top to bottom",
};

const lengths = readSources().map(({ path, text }) => ({ path, lines: text.split("\n").length }));

test(`no file is longer than ${tooLong} lines without a written reason`, () => {
  const long = lengths.filter(({ lines }) => lines > askWhy);
  for (const { path, lines } of long) console.log(`${path} has ${lines} lines: why?`);

  const unexplained = long.filter(({ path, lines }) => lines > tooLong && !exemptions[path]);
  expect(lengths.length).toBeGreaterThan(0);
  expect(unexplained).toEqual([]);
});

test("every exemption is still needed", () => {
  const needed = new Set(lengths.filter(({ lines }) => lines > tooLong).map(({ path }) => path));
  expect(Object.keys(exemptions).filter((path) => !needed.has(path))).toEqual([]);
});
