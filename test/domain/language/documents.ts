import { readdirSync, readFileSync } from "node:fs";
import { type Programme, readProgramme } from "../../../schema/programme.ts";

const folder = new URL("../../../schema/programmes/", import.meta.url);

/** The ids of the programmes that come with the project. */
export const programmeIds = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));

/** A document as it is written, before any schema has seen it. */
export function documentOf(id: string): unknown {
  return JSON.parse(readFileSync(new URL(`${id}.json`, folder), "utf8"));
}

export function programmeOf(id: string): Programme {
  const reading = readProgramme(documentOf(id));
  if ("findings" in reading) throw new Error(JSON.stringify(reading.findings));
  return reading.programme;
}

type Holder = Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null;
}

/** What is put at a pointer to remove what is there. */
export const gone = Symbol("gone");

/**
 * A copy of a document with other values at some pointers (RFC 6901); `/-` appends to a list.
 * @example edited(document, { "/title/en": "Another", "/awards/-": { … }, "/total": gone })
 */
export function edited(document: unknown, edits: Readonly<Record<string, unknown>>): unknown {
  const copy = structuredClone(document);
  for (const [pointer, value] of Object.entries(edits)) edit(copy, pointer, value);
  return copy;
}

function edit(document: unknown, pointer: string, value: unknown): void {
  const names = pointer.slice(1).split("/");
  const last = names.pop() ?? "";
  const holder = names.reduce(
    (inside, name) => (isHolder(inside) ? inside[name] : undefined),
    document,
  );
  if (!isHolder(holder)) throw new Error(`nothing holds ${pointer}`);
  if (Array.isArray(holder) && last === "-") holder.push(structuredClone(value));
  else if (value !== gone) holder[last] = structuredClone(value);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
}
