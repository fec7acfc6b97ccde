import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Bundles the kiosk's scripts for the browsers that kiosks have (ES2015, Chrome 67), and writes them as a module, since a
 * Worker has no files to read.
 */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./browser/${entry}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "iife",
    target: "es2015",
    write: false,
  });
  return JSON.stringify(outputFiles[0]?.text);
}

writeFileSync(
  new URL("./scripts.gen.ts", import.meta.url),
  `// Generated from browser/ by \`npm run generate\`.
export const kioskScript = ${await bundle("main")};
export const workerScript = ${await bundle("worker")};
`,
);
