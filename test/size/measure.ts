import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type AnyNode, parse } from "acorn";
import { bundle } from "../../sdk/build/bundle.ts";
import { type Budget, laterGlobals, laterMembers } from "./budgets.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Measured {
  budget: Budget;
  bytesGzipped: number;
  faults: string[];
}

/** Bundles as for delivery, weighs, and reads the result as an old browser would. */
export async function measure(budget: Budget): Promise<Measured> {
  const kiosk = budget.runsOn === "kiosk";
  const text = await bundle(join(root, budget.entry), {
    format: kiosk ? "iife" : "esm",
    ...(!kiosk && { target: "es2022" }),
  });
  const bytesGzipped = gzipSync(text, { level: 9 }).length;
  const over = bytesGzipped > budget.mostBytesGzipped;
  return {
    budget,
    bytesGzipped,
    faults: [
      ...(over ? [`${bytesGzipped} bytes, of at most ${budget.mostBytesGzipped}`] : []),
      ...(kiosk ? strangeTo2018(text) : []),
    ],
  };
}

/** What a browser of 2018 would stumble over: newer syntax, or a name that it does not know. */
export function strangeTo2018(text: string): string[] {
  try {
    return [...laterNames(parse(text, { ecmaVersion: 2015, sourceType: "script" }))].map(
      (name) => `uses ${name}, which came after Chrome 67`,
    );
  } catch (error) {
    return [`is not ES2015: ${String(error)}`];
  }
}

function laterNames(node: AnyNode, found = new Set<string>()): Set<string> {
  const name = laterName(node);
  if (name) found.add(name);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) laterNames(child, found);
    }
  }
  return found;
}

function laterName(node: AnyNode): string | undefined {
  if (node.type === "Identifier") return laterGlobals.has(node.name) ? node.name : undefined;
  if (node.type !== "MemberExpression" || node.computed) return undefined;
  const { property } = node;
  const late = property.type === "Identifier" && laterMembers.has(property.name);
  return late ? property.name : undefined;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
