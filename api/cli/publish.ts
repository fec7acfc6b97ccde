import {
  closeRound,
  createWanping,
  getRound,
  ProblemError,
  publishRound,
} from "../../sdk/index.ts";
import { claimDataFolder } from "../node/data-folder.ts";
import { Failure } from "../node/failure.ts";
import { organiserKey, organiserToken } from "../node/secrets.ts";
import { type Settings, settingsFrom } from "../node/settings.ts";
import type { Command } from "./commands.ts";
import { wordsOf } from "./words.ts";

export const publish: Command = {
  name: "publish",
  usage: "publish ROUND [--server URL]",
  about: {
    zh: "截止（如尚未截止）、复核并公布一轮；--server 指向运行中的服务，否则在本进程中完成",
    en: "Closes a round (if it is open), recounts and publishes it; --server names a running service, else this process does it",
  },
  async run(words) {
    const { values, positionals } = wordsOf(words, { server: { type: "string" } }, 1);
    const [round, ...more] = positionals;
    if (round === undefined || more.length > 0)
      throw new Failure("用法：wanping publish 轮次", "Usage: wanping publish ROUND");
    const settings = settingsFrom(process.env);
    const client = values.server
      ? { ...(await overHttp(settings, values.server)), close: async () => undefined }
      : await inProcess(settings);
    try {
      await closeAndPublish(client.wanping, round);
    } finally {
      await client.close();
    }
  },
};

async function overHttp({ dataDir }: Settings, baseUrl: string) {
  const key = await organiserKey(dataDir);
  const token = await organiserToken(key, {
    now: Date.now(),
    seconds: 600,
    subject: "local-organiser",
  });
  return { wanping: createWanping({ baseUrl, token }) };
}

/** The same operations, without a port: a Worker's databases are published by whoever holds their tokens. */
async function inProcess(settings: Settings) {
  const { openService } = await import("../node/service.ts");
  const letGo = claimDataFolder(settings.dataDir);
  const service = await openService(settings, () => Date.now());
  const wanping = createWanping({
    baseUrl: "http://wanping.internal",
    token: await service.token(600),
    fetch: async (input, init) => service.app.fetch(new Request(input, init)),
  });
  return {
    wanping,
    async close() {
      await service.close();
      letGo();
    },
  };
}

type Wanping = ReturnType<typeof createWanping>;

async function closeAndPublish(client: Wanping, round: string): Promise<void> {
  const path = { round };
  try {
    const { state } = await getRound({ client, path });
    if (state === "open") await closeRound({ client, path, body: {} });
    const published = await publishRound({ client, path, body: {} });
    console.log(`${published.id}  ${published.state}`);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new Failure(error.message, error.code);
  }
}
