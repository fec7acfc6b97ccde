import { defineConfig } from "@hey-api/openapi-ts";

/**
 * The generated part of the SDK: types and flat functions over fetch. Node runs it as it is, hence the file extensions.
 * The paths begin with `./`, since `schema/openapi.json` would name an organisation and a project on a hosted registry.
 * There is no default client, so that nobody calls the wrong server by forgetting one; functions return data and throw.
 */
export default defineConfig({
  input: "./schema/openapi.json",
  output: { path: "./sdk/generated", module: { extension: ".ts" } },
  logs: { file: false },
  plugins: [
    "@hey-api/typescript",
    { name: "@hey-api/client-fetch", throwOnError: true },
    { name: "@hey-api/sdk", client: false, responseStyle: "data" },
  ],
});
