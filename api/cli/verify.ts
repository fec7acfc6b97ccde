import { Failure } from "../node/failure.ts";
import type { Command } from "./commands.ts";
import { languageOf } from "./language.ts";
import { wordsOf } from "./words.ts";

const here = "http://127.0.0.1:8787";

export const verify: Command = {
  name: "verify",
  usage: "verify [URL] ROUND [--release N] [--language zh|en] [--json]",
  about: {
    zh: `下载一轮已公布的数据，在本机重新计算每个数字并逐一比对（默认 ${here}）；有不一致则退出码为 1`,
    en: `Downloads a published round, recomputes every figure here and compares (${here} unless told); exits with 1 if any differs`,
  },
  async run(words) {
    const options = {
      release: { type: "string" },
      language: { type: "string", default: languageOf(process.env) },
      json: { type: "boolean", default: false },
    } as const;
    const { values, positionals } = wordsOf(words, options, 2);
    const [first, second] = positionals;
    const [baseUrl = here, round] = second === undefined ? [here, first] : [first, second];
    if (round === undefined || !/^https?:/.test(baseUrl) || !URL.canParse(baseUrl))
      throw new Failure("用法：wanping verify 网址 轮次", "Usage: wanping verify URL ROUND");
    const { runVerify } = await import("../../sdk/verify/cli.ts");
    process.exitCode = await runVerify({
      baseUrl,
      round,
      ...(values.release !== undefined && { release: releaseNumber(values.release) }),
      language: values.language === "zh" ? "zh" : "en",
      json: values.json,
      write: (line) => console.log(line),
    });
  },
};

function releaseNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Failure(
    `--release 应为正整数，而不是“${text}”。`,
    `--release must be a whole number from 1, not "${text}".`,
  );
}
