/** A value somewhere in a document. */
export interface Place {
  pointer: string;
  value: unknown;
}

/** The document and everything in it, each with its pointer (RFC 6901). */
export function placesIn(value: unknown, pointer = ""): Place[] {
  return [
    { pointer, value },
    ...childrenOf(value).flatMap(([key, child]) =>
      placesIn(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
    ),
  ];
}

function childrenOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** One own property of a value that may not be an object at all. */
export function propertyOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/**
 * What a path of names leads to, as notes write it: in a list, the item of that name.
 * @example resolvePath(programme, "groups/leaders/weight") // 0.15
 */
export function resolvePath(document: unknown, path: string): unknown {
  return segmentsOf(path).reduce(
    (value, name) => (Array.isArray(value) ? itemNamed(value, name) : propertyOf(value, name)),
    document,
  );
}

/** The names of a path; a slash in front, as in a JSON pointer, is allowed. */
export function segmentsOf(path: string): string[] {
  return path.replace(/^\//, "").split("/");
}

function itemNamed(items: readonly unknown[], name: string): unknown {
  const named = items.find((item) => nameOf(item) === name);
  return named ?? (/^\d+$/.test(name) ? items[Number(name)] : undefined);
}

/** What an item of a list is called: the text itself, its id, or what it is about. */
export function nameOf(item: unknown): string | undefined {
  if (typeof item === "string") return item;
  for (const key of ["id", "about", "system"]) {
    const name = propertyOf(item, key);
    if (typeof name === "string") return name;
  }
  return undefined;
}
