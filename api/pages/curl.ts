import type { DocumentedOperation } from "./operations.ts";

/** A command that works as it stands once the two tokens are in the shell. */
export function curlOf(operation: DocumentedOperation, origin: string): string {
  const { method, who, body } = operation;
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}'${origin}${exampleAddress(operation)}'`,
    ...(who === undefined ? [] : [`-H "Authorization: Bearer $${who.toUpperCase()}"`]),
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: ${body.mediaType}'`, `--data ${dataOf(body)}`]),
  ].join(" \\\n  ");
}

/** An address of the operation: its path and whatever it requires, from the contract's examples or as given. */
export function exampleAddress(
  { path, parameters }: DocumentedOperation,
  given: Readonly<Record<string, string>> = {},
): string {
  const exampleOf = (name: string) => {
    const parameter = parameters.find((it) => it.name === name);
    return encodeURIComponent(given[name] ?? String(parameter?.schema.example ?? name));
  };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => exampleOf(name));
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name }) => `${name}=${exampleOf(name)}`);
  return query.length > 0 ? `${filled}?${query.join("&")}` : filled;
}

function dataOf({ example }: NonNullable<DocumentedOperation["body"]>): string {
  if (example === undefined) return "@body.json";
  return `'${JSON.stringify(example).replaceAll("'", "'\\''")}'`;
}
