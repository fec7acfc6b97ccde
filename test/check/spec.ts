import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Lints the OpenAPI document with two linters, since each finds what the other does not. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const document = process.argv[2] ?? "schema/openapi.json";

const linters = [
  ["spectral", "lint", document, "--ruleset", ".spectral.yaml", "--fail-severity", "hint"],
  ["redocly", "lint", document, "--config", "redocly.yaml", "--format", "stylish"],
];
const offline = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

if (!existsSync(`${root}${document}`) && !existsSync(document)) {
  console.error(`There is no ${document} yet: npm run generate writes it.`);
  process.exitCode = 1;
} else {
  const failed = linters.filter(([name = "", ...words]) => {
    const options = { cwd: root, stdio: "inherit", env: { ...process.env, ...offline } } as const;
    return spawnSync(name, words, options).status !== 0;
  });
  process.exitCode = failed.length === 0 ? 0 : 1;
}
