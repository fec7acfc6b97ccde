import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";

/** Builds what the package delivers into sdk/dist, or into the folder named: `node sdk/build.ts [folder]`. */
const source = fileURLToPath(new URL(".", import.meta.url));
const target = process.argv[2] ?? join(source, "dist");

const emitted = mkdtempSync(join(tmpdir(), "wanping-sdk-"));
try {
  compile(emitted);
  rmSync(target, { recursive: true, force: true });
  cpSync(join(emitted, "sdk"), target, { recursive: true });
  for (const path of globSync("**/*.d.ts", { cwd: target })) nameOutput(join(target, path));
} finally {
  rmSync(emitted, { recursive: true });
}

const kiosk = join(source, "kiosk/index.ts");
const name = "WanpingKiosk";
writeFileSync(join(target, "kiosk.js"), await bundle(kiosk, { format: "iife", name }));
writeFileSync(join(target, "kiosk.mjs"), await bundle(kiosk, { format: "esm" }));

// Verification runs the rules of the server, which lie outside the package: they travel inside one file.
const verify = await bundle(join(source, "verify/index.ts"), { format: "esm", target: "es2022" });
for (const path of globSync("verify/*.js", { cwd: target })) rmSync(join(target, path));
writeFileSync(join(target, "verify/index.js"), verify);

function compile(folder: string): void {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { status } = spawnSync(
    process.execPath,
    [compiler, "--project", source, "--outDir", folder],
    { stdio: "inherit" },
  );
  if (status !== 0) throw new Error("The types do not hold; see above.");
}

/** Declarations keep the names of their sources (`./client.ts`); readers look for the output. */
function nameOutput(path: string): void {
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replaceAll(/((?:from|import\() ?["']\.[^"']+)\.ts(["'])/g, "$1.js$2"));
}
