import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "../../sdk/build/bundle.ts";

/** Writes the scripts of the pages as modules, since a Worker has no files to read. */
const pages = {
  kiosk: { kioskScript: "main", codeScript: "qr", workerScript: "worker" },
  window: { windowScript: "main" },
};

for (const [page, scripts] of Object.entries(pages)) {
  const lines = [];
  for (const [constant, name] of Object.entries(scripts)) {
    const entry = fileURLToPath(new URL(`./${page}/browser/${name}.ts`, import.meta.url));
    const text = await bundle(entry, { format: "iife" });
    lines.push(`export const ${constant} = ${JSON.stringify(text)};\n`);
  }
  const first = "// Generated from browser/ by `npm run generate`.\n";
  writeFileSync(new URL(`./${page}/scripts.gen.ts`, import.meta.url), first + lines.join(""));
}
