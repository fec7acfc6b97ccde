import { Failure } from "../node/failure.ts";
import type { Command } from "./commands.ts";
import { wordsOf } from "./words.ts";

export const verify: Command = {
  name: "verify",
  usage: "verify ROUND [--server URL] [--release N]",
  about: {
    zh: "下载一轮已公布的数据，在本机重新计算每个数字并逐一比对（默认 http://127.0.0.1:8787）",
    en: "Downloads a published round, recomputes every figure here and compares (http://127.0.0.1:8787 unless told)",
  },
  async run(words) {
    const { values, positionals } = wordsOf(words, {
      server: { type: "string", default: "http://127.0.0.1:8787" },
      release: { type: "string" },
    });
    const [round, ...more] = positionals;
    if (round === undefined || more.length > 0)
      throw new Failure("用法：wanping verify 轮次", "Usage: wanping verify ROUND");
    const { runVerify } = await import("../../sdk/verify/index.ts");
    const { counts } = await runVerify({
      baseUrl: values.server,
      round,
      ...(values.release !== undefined && { release: Number(values.release) }),
      print: (line) => console.log(line),
    }).catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      throw new Failure(`无法复核：${text}`, `Cannot verify: ${text}`);
    });
    if (counts.different > 0)
      throw new Failure(
        `${counts.different} 个单位的数字与公布的不同。`,
        `The figures of ${counts.different} units differ from those published.`,
      );
  },
};
