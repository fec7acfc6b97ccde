import ts from "typescript";
import { expect, test } from "vitest";
import { parseSource, readSources, type Source, visit } from "./source.ts";

/**
 * zod-openapi writes `X.nullable()` on a registered schema so that null never validates, or makes X nullable everywhere.
 * `z.union([X, z.null()])` is right.
 */
function nullableRegistered({ path, text }: Source): string[] {
  const found: string[] = [];
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const { name, expression: receiver } = node.expression;
    if (!/^(nullable|nullish)$/.test(name.text) || !mayBeRegistered(receiver)) return;
    found.push(`${path}: ${receiver.getText()}.${name.text}()`);
  });
  return found;
}

/** Registered is what carries a name (`Unit`) or gets one on the way (`.openapi("Unit")`). */
function mayBeRegistered(receiver: ts.Expression): boolean {
  const text = receiver.getText();
  return !/^z\b/.test(text) || text.includes(".openapi(");
}

test("no registered schema is made nullable by a method", () => {
  const contract = readSources().filter(({ path }) => path.startsWith("schema/contract/"));
  expect(contract.flatMap(nullableRegistered)).toEqual([]);
});

test.each([
  ["Unit.nullable()", 1],
  ["Unit.optional().nullish()", 1],
  ['z.object({}).openapi("Unit").nullable()', 1],
  ["z.string().nullable()", 0],
  ["z.union([Unit, z.null()])", 0],
])("%s counts %i times", (code, times) => {
  expect(nullableRegistered(parseSource("schema/contract/unit.ts", code))).toHaveLength(times);
});
