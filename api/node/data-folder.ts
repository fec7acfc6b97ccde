import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { Failure } from "./failure.ts";
import { makeFolder } from "./make-folder.ts";

/** Makes the data folder if it is not there; a folder that cannot be used is told in one line. */
export function openDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Failure(
      `无法写入数据目录 ${folder}。请修改权限或设置 DATA_DIR。`,
      `Cannot write to the data folder ${folder}. Change its permissions or set DATA_DIR.`,
    );
  }
}

/**
 * Makes the data folder ours for as long as this process lives: two writers of one file would lock each other out. The lock
 * is a database's own, so the system drops it even when the process is killed. Returns how to let go of it.
 */
export function claimDataFolder(folder: string): () => void {
  openDataFolder(folder);
  const lock = new Database(join(folder, "lock.db"));
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch {
    lock.close();
    throw new Failure(
      `数据目录 ${folder} 正被另一个进程使用。`,
      `Another process is using the data folder ${folder}.`,
    );
  }
  return () => lock.close();
}
