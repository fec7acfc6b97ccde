import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "../../../sdk/build/bundle.ts";

/** Writes the page's scripts as a module, since a Worker has no files to read. */
const script = async (name: string) =>
  JSON.stringify(
    await bundle(fileURLToPath(new URL(`./browser/${name}.ts`, import.meta.url)), {
      format: "iife",
    }),
  );

writeFileSync(
  new URL("./scripts.gen.ts", import.meta.url),
  `// Generated from browser/ by \`npm run generate\`.
export const kioskScript = ${await script("main")};
export const workerScript = ${await script("worker")};
`,
);
