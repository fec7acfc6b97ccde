import { Failure } from "../node/failure.ts";
import type { Command } from "./commands.ts";
import { wordsOf } from "./words.ts";

export const verify: Command = {
  name: "verify",
  usage: "verify ROUND [--server URL] [--release N] [--language zh|en] [--json]",
  about: {
    zh: "下载一轮已公布的数据，在本机重新计算每个数字并逐一比对（默认 http://127.0.0.1:8787）",
    en: "Downloads a published round, recomputes every figure here and compares (http://127.0.0.1:8787 unless told)",
  },
  async run(words) {
    const { values, positionals } = wordsOf(words, {
      server: { type: "string", default: "http://127.0.0.1:8787" },
      release: { type: "string" },
      language: { type: "string", default: "zh" },
      json: { type: "boolean", default: false },
    });
    const [round, ...more] = positionals;
    if (round === undefined || more.length > 0)
      throw new Failure("用法：wanping verify 轮次", "Usage: wanping verify ROUND");
    const { runVerify } = await import("../../sdk/verify/cli.ts");
    process.exitCode = await runVerify({
      baseUrl: values.server,
      round,
      ...(values.release !== undefined && { release: Number(values.release) }),
      language: values.language === "en" ? "en" : "zh",
      json: values.json,
      write: (line) => console.log(line),
    });
  },
};
