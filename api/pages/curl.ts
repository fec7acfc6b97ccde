import type { DocumentedOperation } from "./operations.ts";

/** A command that works as it stands once the two tokens are in the shell. */
export function curlOf(operation: DocumentedOperation, origin: string): string {
  const { method, path, parameters, who, body } = operation;
  const exampleOf = (name: string) =>
    String(parameters.find((parameter) => parameter.name === name)?.schema.example ?? name);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(exampleOf(name)),
  );
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name }) => `${name}=${encodeURIComponent(exampleOf(name))}`);
  const address = `${origin}${filled}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}'${address}'`,
    ...(who === undefined ? [] : [`-H "Authorization: Bearer $${who.toUpperCase()}"`]),
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: ${body.mediaType}'`, `--data ${dataOf(body)}`]),
  ].join(" \\\n  ");
}

function dataOf({ example }: NonNullable<DocumentedOperation["body"]>): string {
  if (example === undefined) return "@body.json";
  return `'${JSON.stringify(example).replaceAll("'", "'\\''")}'`;
}
