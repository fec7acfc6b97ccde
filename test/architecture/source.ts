import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** One import or re-export. `target` is a path from the root for our own files, else the name of a package. */
export interface Import {
  target: string;
  typeOnly: boolean;
}

export interface Source {
  path: string;
  text: string;
  imports: Import[];
}

/** Everything we wrote ourselves; what a tool generated follows the tool's rules. */
export function readSources(): Source[] {
  return globSync("{api,schema,sdk,test}/**/*.ts", { cwd: root })
    .filter((path) => !path.startsWith("sdk/generated/") && !path.endsWith(".d.ts"))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(root, path), "utf8")));
}

export function parseSource(path: string, text: string): Source {
  const imports: Import[] = [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  visit(file, (node) => {
    const found = importOf(node);
    if (found) imports.push({ ...found, target: resolve(path, found.target) });
  });
  return { path, text, imports };
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** `import { type X }` still loads the module, so that only `import type` counts as type-only. */
function importOf(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return named(node.moduleSpecifier, typeOnly);
  }
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return named(node.argument.literal, true);
  }
  const dynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return dynamic ? named(node.arguments[0], false) : undefined;
}

function named(specifier: ts.Node | undefined, typeOnly: boolean): Import | undefined {
  if (!specifier || !ts.isStringLiteral(specifier)) return undefined;
  return { target: specifier.text, typeOnly };
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith(".") ? normalize(join(dirname(from), specifier)) : specifier;
}
