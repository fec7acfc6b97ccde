import { mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { KeyPlace } from "../keys/vault.ts";
import { systemCode } from "./failure.ts";

/** Wrapped keys, a file each, that only the owner may read. */
export function keyFolder(folder: string): KeyPlace {
  const fileOf = (name: string) => join(folder, `${name}.json`);
  return {
    read: (name) => readIfThere(fileOf(name)),
    async create(name, text) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return createFile(fileOf(name), text);
    },
    async destroy(name) {
      await rm(fileOf(name), { force: true });
    },
  };
}

export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Writes a secret to a new file, durably; false where one is there already. */
export async function createFile(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}
