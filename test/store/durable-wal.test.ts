import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDurableWal } from "../../api/store/embedded/durable-wal.ts";

function logFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wanping-wal-"));
  writeFileSync(join(folder, "urn.db-wal"), "");
  return folder;
}

test("calls during one sync share the next one", async () => {
  const folder = logFolder();
  const log = openDurableWal(join(folder, "urn.db"));
  const first = log.sync();
  const [second, third] = [log.sync(), log.sync()];
  expect(second).toBe(third);
  expect(second).not.toBe(first);
  await Promise.all([first, second]);
  log.close();
  rmSync(folder, { recursive: true });
});

test("after a sync that failed every later one fails: nobody knows what is on the disk", async () => {
  const folder = logFolder();
  const log = openDurableWal(join(folder, "urn.db"));
  log.close();
  await expect(log.sync()).rejects.toThrow("EBADF");
  const other = openSync(join(folder, "urn.db-wal"), "r+");
  await expect(log.sync()).rejects.toThrow("EBADF");
  closeSync(other);
  rmSync(folder, { recursive: true });
});
