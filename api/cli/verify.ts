import { runVerify, type VerifySettings } from "../../sdk/verify/cli.ts";
import { Failure } from "../node/failure.ts";
import type { Command } from "./commands.ts";
import { wordsOf } from "./words.ts";

export const verify: Command = {
  name: "verify",
  usage: "verify URL ROUND [--release N] [--json]",
  about: {
    zh: "下载一轮已公布的数据，在本机重新计算每个数字并逐一比对；有不同则退出码为 1",
    en: "Downloads a published round, recomputes every figure here and compares; exits with 1 if any differs",
  },
  async run(words) {
    const { values, positionals } = wordsOf(words, {
      release: { type: "string" },
      json: { type: "boolean", default: false },
    });
    const [baseUrl, round, ...more] = positionals;
    if (baseUrl === undefined || round === undefined || more.length > 0 || !URL.canParse(baseUrl))
      throw new Failure("用法：wanping verify 网址 轮次", "Usage: wanping verify URL ROUND");
    process.exitCode = await runVerify({
      baseUrl,
      round,
      ...(values.release !== undefined && { release: releaseNumber(values.release) }),
      json: values.json,
      language: language(),
      write: (line) => console.log(line),
    });
  },
};

function releaseNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Failure(
    `--release 应为正整数，而不是“${text}”。`,
    `--release must be 1, 2, …, not "${text}".`,
  );
}

function language(): VerifySettings["language"] {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || "").toLowerCase().startsWith("zh") ? "zh" : "en";
}
