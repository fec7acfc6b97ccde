import { readFileSync } from "node:fs";

/** A code block of a page, by the language written at its fence. */
export interface Block {
  language: string;
  text: string;
}

export function pageOf(name: string): string {
  return readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");
}

export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", text = ""]) => ({
    language,
    text,
  }));
}

/** Adds to a document as the page says: parts of a known id are replaced, others added, what is no list is set. */
export function added(document: Record<string, unknown>, addition: Record<string, unknown>) {
  const merged = Object.entries(addition).map(([field, value]): [string, unknown] => {
    const before = document[field];
    return [
      field,
      Array.isArray(before) && Array.isArray(value) ? mergedList(before, value) : value,
    ];
  });
  return { ...document, ...Object.fromEntries(merged) };
}

function mergedList(before: unknown[], after: unknown[]): unknown[] {
  const ids = after.map(idOf);
  if (ids.some((id) => id === undefined)) return after;
  const kept = before.map((item) => after[ids.indexOf(idOf(item))] ?? item);
  return [...kept, ...after.filter((item) => !before.some((one) => idOf(one) === idOf(item)))];
}

function idOf(item: unknown): unknown {
  return typeof item === "object" && item !== null && "id" in item ? item.id : undefined;
}
