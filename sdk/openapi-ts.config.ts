import { defineConfig } from "@hey-api/openapi-ts";

/**
 * The generated part of the SDK: types and flat functions over fetch. Node runs it as it is, hence the file extensions.
 * The paths begin with `./`, since `schema/openapi.json` would name an organisation and a project on a hosted registry.
 */
export default defineConfig({
  input: "./schema/openapi.json",
  output: { path: "./sdk/generated", importFileExtension: ".ts" },
  logs: { file: false },
  plugins: ["@hey-api/typescript", "@hey-api/client-fetch", "@hey-api/sdk"],
});
