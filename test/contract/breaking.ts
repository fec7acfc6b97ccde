/** Which changes of an OpenAPI document break a client that was written for the earlier one. */

type Json = { readonly [key: string]: unknown };
type Direction = "request" | "response";

interface Place {
  at: string;
  direction: Direction;
  seen: ReadonlySet<string>;
}

const methods = ["get", "put", "post", "patch", "delete"];

/** Each breaking change as one sentence; empty where every old client goes on working. */
export function breakingChanges(before: Json, after: Json): string[] {
  const found: string[] = [];
  const earlierPaths = objectOf(before.paths);
  const laterPaths = objectOf(after.paths);
  for (const [path, earlierItem] of Object.entries(earlierPaths)) {
    for (const method of methods) {
      const earlier = objectOf(earlierItem)[method];
      if (earlier === undefined) continue;
      const later = objectOf(laterPaths[path])[method];
      const name = `${method.toUpperCase()} ${path}`;
      if (later === undefined) found.push(`${name} is gone`);
      else
        found.push(
          ...operationChanges(objectOf(earlier), objectOf(later), name, { before, after }),
        );
    }
  }
  return found;
}

interface Documents {
  before: Json;
  after: Json;
}

function operationChanges(
  earlier: Json,
  later: Json,
  name: string,
  documents: Documents,
): string[] {
  const found: string[] = [];
  if (earlier.operationId !== later.operationId) found.push(`${name}: operationId changed`);
  if (listOf(earlier.security).length === 0 && listOf(later.security).length > 0) {
    found.push(`${name}: now asks for a credential`);
  }
  found.push(...parameterChanges(earlier, later, name, documents));
  const seen: ReadonlySet<string> = new Set();
  found.push(
    ...contentChanges(objectOf(earlier.requestBody), objectOf(later.requestBody), documents, {
      at: `${name} body`,
      direction: "request",
      seen,
    }),
  );
  if (!objectOf(earlier.requestBody).required && objectOf(later.requestBody).required) {
    found.push(`${name}: a body is now required`);
  }
  const laterResponses = objectOf(later.responses);
  for (const [status, response] of Object.entries(objectOf(earlier.responses))) {
    if (!/^[23]/.test(status)) continue;
    const place: Place = { at: `${name} ${status}`, direction: "response", seen };
    if (laterResponses[status] === undefined) found.push(`${place.at} is gone`);
    else
      found.push(
        ...contentChanges(objectOf(response), objectOf(laterResponses[status]), documents, place),
      );
  }
  return found;
}

function parameterChanges(
  earlier: Json,
  later: Json,
  name: string,
  documents: Documents,
): string[] {
  const key = (parameter: unknown) => `${objectOf(parameter).in} ${objectOf(parameter).name}`;
  const earlierByKey = new Map(listOf(earlier.parameters).map((it) => [key(it), objectOf(it)]));
  const laterByKey = new Map(listOf(later.parameters).map((it) => [key(it), objectOf(it)]));
  const found: string[] = [];
  for (const [id, parameter] of laterByKey) {
    const known = earlierByKey.get(id);
    if (parameter.required && !known?.required) found.push(`${name}: ${id} is now required`);
  }
  for (const [id, parameter] of earlierByKey) {
    const counterpart = laterByKey.get(id);
    if (!counterpart) found.push(`${name}: ${id} is gone`);
    else {
      const place: Place = { at: `${name} ${id}`, direction: "request", seen: new Set() };
      found.push(...schemaChanges(parameter.schema, counterpart.schema, documents, place));
    }
  }
  return found;
}

function contentChanges(earlier: Json, later: Json, documents: Documents, place: Place): string[] {
  const laterContent = objectOf(later.content);
  return Object.entries(objectOf(earlier.content)).flatMap(([mediaType, media]) => {
    const counterpart = laterContent[mediaType];
    if (counterpart === undefined) return [`${place.at}: ${mediaType} is gone`];
    return schemaChanges(objectOf(media).schema, objectOf(counterpart).schema, documents, place);
  });
}

function schemaChanges(
  earlierRaw: unknown,
  laterRaw: unknown,
  documents: Documents,
  place: Place,
): string[] {
  const pair = `${objectOf(earlierRaw).$ref}→${objectOf(laterRaw).$ref}`;
  if (!pair.startsWith("undefined") && place.seen.has(pair)) return [];
  const inside: Place = { ...place, seen: new Set([...place.seen, pair]) };
  const earlier = resolve(earlierRaw, documents.before);
  const later = resolve(laterRaw, documents.after);
  return [
    ...typeChanges(earlier, later, inside),
    ...boundChanges(earlier, later, inside),
    ...propertyChanges(earlier, later, documents, inside),
    ...memberChanges(earlier, later, documents, inside),
    ...(earlier.items === undefined
      ? []
      : schemaChanges(earlier.items, later.items ?? {}, documents, {
          ...inside,
          at: `${inside.at}[]`,
        })),
  ];
}

function typeChanges(earlier: Json, later: Json, { at, direction }: Place): string[] {
  const found: string[] = [];
  if (JSON.stringify(earlier.type) !== JSON.stringify(later.type))
    found.push(`${at}: type changed`);
  if (JSON.stringify(earlier.const) !== JSON.stringify(later.const))
    found.push(`${at}: const changed`);
  const earlierValues = listOf(earlier.enum);
  const laterValues = listOf(later.enum);
  if (direction === "request" && laterValues.length > 0) {
    for (const value of earlierValues.length > 0 ? earlierValues : ["any value"]) {
      if (!laterValues.includes(value)) found.push(`${at}: no longer accepts ${String(value)}`);
    }
  }
  if (direction === "response" && earlierValues.length > 0 && laterValues.length === 0) {
    found.push(`${at}: any value may come where a few did`);
  }
  return found;
}

/** Tighter bounds refuse what was accepted; only requests are refused. */
function boundChanges(earlier: Json, later: Json, { at, direction }: Place): string[] {
  if (direction === "response") return [];
  const tighter = (name: string, isTighter: (before: number, after: number) => boolean) => {
    const [before, after] = [earlier[name], later[name]];
    if (typeof after !== "number") return false;
    return typeof before !== "number" || isTighter(before, after);
  };
  const upper = ["maximum", "maxLength", "maxItems"].filter((name) =>
    tighter(name, (a, b) => b < a),
  );
  const lower = ["minimum", "minLength", "minItems"].filter((name) =>
    tighter(name, (a, b) => b > a),
  );
  const pattern =
    later.pattern !== undefined && later.pattern !== earlier.pattern ? ["pattern"] : [];
  return [...upper, ...lower, ...pattern].map((name) => `${at}: ${name} is tighter`);
}

function propertyChanges(earlier: Json, later: Json, documents: Documents, place: Place): string[] {
  const earlierProperties = objectOf(earlier.properties);
  const laterProperties = objectOf(later.properties);
  const earlierRequired = listOf(earlier.required);
  const laterRequired = listOf(later.required);
  const found: string[] = [];
  for (const [name, schema] of Object.entries(earlierProperties)) {
    const at = `${place.at}/${name}`;
    if (laterProperties[name] === undefined) found.push(`${at} is gone`);
    else found.push(...schemaChanges(schema, laterProperties[name], documents, { ...place, at }));
    if (
      place.direction === "response" &&
      earlierRequired.includes(name) &&
      !laterRequired.includes(name)
    ) {
      found.push(`${at} may now be absent`);
    }
  }
  if (place.direction === "request") {
    const fresh = laterRequired.filter((name) => !earlierRequired.includes(name));
    found.push(...fresh.map((name) => `${place.at}/${String(name)} is now required`));
  }
  return found;
}

/** Members of a union, matched by their discriminating constant or their place. */
function memberChanges(earlier: Json, later: Json, documents: Documents, place: Place): string[] {
  return ["oneOf", "anyOf", "allOf"].flatMap((word) => {
    const members = listOf(later[word]);
    return listOf(earlier[word]).flatMap((member, index) => {
      const kind = kindOf(member, documents.before);
      const counterpart =
        kind === undefined
          ? members[index]
          : members.find((candidate) => kindOf(candidate, documents.after) === kind);
      const at = `${place.at}(${kind ?? index})`;
      if (counterpart === undefined) return [`${at} is gone`];
      return schemaChanges(member, counterpart, documents, { ...place, at });
    });
  });
}

function kindOf(member: unknown, document: Json): string | undefined {
  const properties = objectOf(resolve(member, document).properties);
  const constants = Object.entries(properties).map(([name, schema]) => {
    const { const: value, enum: values } = objectOf(schema);
    const only = value ?? (listOf(values).length === 1 ? listOf(values)[0] : undefined);
    return only === undefined ? undefined : `${name}=${String(only)}`;
  });
  return constants.find((text) => text !== undefined);
}

function resolve(schema: unknown, document: Json): Json {
  const { $ref } = objectOf(schema);
  if (typeof $ref !== "string") return objectOf(schema);
  let found: unknown = document;
  for (const part of $ref.slice(2).split("/")) found = objectOf(found)[part];
  return resolve(found, document);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
