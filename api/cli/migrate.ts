import { claimDataFolder } from "../node/data-folder.ts";
import { migrateRemote } from "../node/migrate-remote.ts";
import { settingsFrom } from "../node/settings.ts";
import { openEmbeddedStore } from "../store/open-embedded.ts";
import type { Command } from "./commands.ts";
import { wordsOf } from "./words.ts";

export const migrate: Command = {
  name: "migrate",
  usage: "migrate",
  about: {
    zh: "把两个数据库升级到本版本（设置了 REGISTRY_URL 和 URN_URL 则为远程数据库）",
    en: "Brings both databases to this version (the remote ones where REGISTRY_URL and URN_URL are set)",
  },
  async run(words) {
    wordsOf(words, {});
    const { remote, dataDir } = settingsFrom(process.env);
    if (remote) await migrateRemote(remote);
    else await migrateEmbedded(dataDir);
    console.log("已是最新 Up to date");
  },
};

/** Opening migrates. */
async function migrateEmbedded(folder: string): Promise<void> {
  const letGo = claimDataFolder(folder);
  const store = await openEmbeddedStore(folder);
  await store.close();
  letGo();
}
