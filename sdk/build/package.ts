import { spawnSync } from "node:child_process";
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";
import { plainTypes } from "./plain-types.ts";

/** Builds what the package delivers into sdk/dist, or into the folder named: `node sdk/build/package.ts [folder]`. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const source = join(root, "sdk");
const target = process.argv[2] ?? join(source, "dist");

const emitted = mkdtempSync(join(tmpdir(), "wanping-sdk-"));
try {
  compile(emitted);
  rmSync(target, { recursive: true, force: true });
  cpSync(join(emitted, "sdk"), target, { recursive: true });
  await addVerification(emitted);
  await addKioskScripts();
  for (const path of globSync("**/*.d.ts", { cwd: target })) nameOutput(join(target, path));
} finally {
  rmSync(emitted, { recursive: true });
}

function compile(folder: string): void {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { status } = spawnSync(
    process.execPath,
    [compiler, "--project", source, "--outDir", folder],
    { stdio: "inherit" },
  );
  if (status !== 0) throw new Error("The types do not hold; see above.");
}

/** Verification runs the rules of the server, which lie outside the package: their code and their types come along. */
async function addVerification(from: string): Promise<void> {
  for (const path of globSync("verify/*.js", { cwd: target })) rmSync(join(target, path));
  const code = await bundle(join(source, "verify/index.ts"), {
    format: "esm",
    target: "es2022",
    packages: "external",
  });
  writeFileSync(join(target, "verify/index.js"), code);
  for (const path of globSync("api/domain/**/*.d.ts", { cwd: from })) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(from, path), join(target, path));
  }
  for (const path of globSync("verify/*.d.ts", { cwd: target })) {
    replaceIn(join(target, path), /(["'])\.\.\/\.\.\/api\//g, "$1../api/");
  }
  mkdirSync(join(target, "schema"));
  const types = plainTypes(join(root, "schema/programme.ts"), join(root, "tsconfig.json"));
  writeFileSync(join(target, "schema/programme.d.ts"), types);
}

/** For a page without a build step: one script, or one module. */
async function addKioskScripts(): Promise<void> {
  const kiosk = join(source, "kiosk/index.ts");
  const script = await bundle(kiosk, { format: "iife", name: "WanpingKiosk" });
  writeFileSync(join(target, "kiosk.js"), script);
  writeFileSync(join(target, "kiosk.mjs"), await bundle(kiosk, { format: "esm" }));
}

/** Declarations keep the names of their sources (`./client.ts`); readers look for the output. */
function nameOutput(path: string): void {
  replaceIn(path, /((?:from|import\() ?["']\.[^"']+)\.ts(["'])/g, "$1.js$2");
}

function replaceIn(path: string, pattern: RegExp, replacement: string): void {
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(pattern, replacement));
}
