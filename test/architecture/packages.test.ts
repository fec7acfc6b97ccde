import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { root } from "./source.ts";

const versions = z.record(z.string(), z.string());
const Manifest = z.object({
  dependencies: versions,
  devDependencies: versions,
  overrides: versions,
  allowScripts: z.record(z.string(), z.boolean()),
});
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), hasInstallScript: z.boolean().optional() }),
  ),
});

const manifest = Manifest.parse(read("package.json"));
const lock = Object.entries(Lock.parse(read("package-lock.json")).packages);

test("every version is pinned exactly", () => {
  const { dependencies, devDependencies, overrides } = manifest;
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...overrides })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name]) => name);
  expect(loose).toEqual([]);
});

test("the lock file names no registry, so that a mirror serves as well", () => {
  expect(lock.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});

test("somebody decided on every install script", () => {
  const undecided = lock
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""))
    .filter((name) => !(name in manifest.allowScripts));
  expect(undecided).toEqual([]);
});

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}
