import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** Makes a folder for its owner alone, with those above it. Node's own recursive `mkdir` never returns below /proc. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
