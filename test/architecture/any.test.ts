import ts from "typescript";
import { expect, test } from "vitest";
import { parseSource, readSources, type Source, visit } from "./source.ts";

/** The linter forbids it, but a comment silences the linter: here nothing does. */
function anyIn({ path, text }: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  visit(file, (node) => {
    if (node.kind !== ts.SyntaxKind.AnyKeyword) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${line + 1}`);
  });
  return found;
}

test("no value is of any type: what comes from outside is parsed or narrowed, without exception", () => {
  expect(readSources().flatMap(anyIn)).toEqual([]);
});

test.each([
  ["let answer: any;", 1],
  ["// biome-ignore lint/suspicious/noExplicitAny: a reason\nfunction read(): Promise<any>", 1],
  ["const any = 1; let answer: unknown;", 0],
])("%s counts %i times", (code, times) => {
  expect(anyIn(parseSource("api/app.ts", code))).toHaveLength(times);
});
