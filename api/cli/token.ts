import { existsSync } from "node:fs";
import { longestOrganiserTokenSeconds } from "../keys/organiser-token.ts";
import { openDataFolder } from "../node/data-folder.ts";
import { Failure } from "../node/failure.ts";
import { organiserKey, organiserKeyFile, organiserToken } from "../node/secrets.ts";
import { settingsFrom } from "../node/settings.ts";
import type { Command } from "./commands.ts";
import { wordsOf } from "./words.ts";

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Prints a bearer token and nothing else, so that a shell can keep it in a variable. */
export const token: Command = {
  name: "token",
  usage: "token [--expires 1h] [--subject NAME]",
  about: {
    zh: "用本机的组织者密钥签发令牌（默认一小时；30m、8h、7d 等）",
    en: "Makes a bearer token with this machine's organiser key (one hour unless told; 30m, 8h, 7d …)",
  },
  async run(words) {
    const { values } = wordsOf(words, {
      expires: { type: "string", default: "1h" },
      subject: { type: "string", default: "local-organiser" },
    });
    const { dataDir } = settingsFrom(process.env);
    const seconds = secondsOf(values.expires);
    const now = Date.now();
    const key = await keyIn(dataDir);
    console.log(await organiserToken(key, { now, seconds, subject: values.subject }));
  },
};

/** A key made only now is most likely one of a wrong folder: no running service knows it yet. */
async function keyIn(folder: string) {
  const file = organiserKeyFile(folder);
  const isNew = !existsSync(file);
  openDataFolder(folder);
  const key = await organiserKey(folder);
  if (isNew)
    console.error(
      `新建了组织者密钥 ${file}；正在运行的服务若用别的 DATA_DIR，不会接受此令牌。 | Made a new organiser key, ${file}; a service that runs on another DATA_DIR will not accept this token.`,
    );
  return key;
}

function secondsOf(text: string): number {
  const [, count, unit = ""] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (units[unit] ?? Number.NaN);
  if (seconds > 0 && seconds <= longestOrganiserTokenSeconds) return seconds;
  throw new Failure(
    `--expires 应如 30m、8h、7d，最长 31d，而不是“${text}”。`,
    `--expires must be like 30m, 8h or 7d, at most 31d, not "${text}".`,
  );
}
