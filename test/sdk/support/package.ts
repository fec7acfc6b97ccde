import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Runs a program, and gives what it printed; a failure carries all of it. */
export async function run(program: string, args: string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, encoding: "utf8" }, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stdout}\n${stderr}`)) : resolve(stdout),
    );
  });
}

/** The package as npm would publish it, installed in a folder far from the repository, without a network. */
export async function installPackage() {
  const folder = mkdtempSync(join(tmpdir(), "wanping-package-"));
  const source = join(folder, "source");
  const consumer = join(folder, "consumer");
  mkdirSync(source);
  mkdirSync(consumer);
  for (const file of ["package.json", "README.md", "LICENSE"]) {
    cpSync(join(root, "sdk", file), join(source, file));
  }
  await run(process.execPath, [join(root, "sdk/build/package.ts"), join(source, "dist")], root);
  const archive = join(folder, await pack(source, folder));
  const { name } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  writeFileSync(join(consumer, "package.json"), '{ "private": true, "type": "module" }');
  // Its one dependency is packed from what the repository has installed, since a test asks no registry.
  const fraction = await pack(join(root, "node_modules/fraction.js"), folder);
  const packages = [archive, join(folder, fraction)];
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", ...packages], consumer);
  return {
    archive,
    consumer,
    installed: join(consumer, "node_modules", name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Packs a folder as npm would publish it, and answers the name of the archive. */
async function pack(folder: string, into: string): Promise<string> {
  const output = await run("npm", ["pack", "--pack-destination", into, "--silent"], folder);
  return output.trim();
}

/** The Node that the system has, as a consumer would use it; ours where there is no other. */
export function systemNode(): string {
  const found = execFileSync("which", ["-a", "node"], { encoding: "utf8" }).trim().split("\n");
  return found.find((path) => !path.includes("node_modules")) ?? process.execPath;
}

/** A program of the repository's own tools. */
export function tool(name: string): string {
  return join(root, "node_modules/.bin", name);
}
