import { openApiDocument } from "../../schema/openapi.ts";

let document: ReturnType<typeof openApiDocument> | undefined;

/** The OpenAPI document, made once for this process, at the first use. */
export function contractDocument(): ReturnType<typeof openApiDocument> {
  document ??= openApiDocument();
  return document;
}
