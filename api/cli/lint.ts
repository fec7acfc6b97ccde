import { readFileSync } from "node:fs";
import { readProgramme } from "../../schema/programme.ts";
import { lintDocument } from "../domain/lint.ts";
import { Failure, systemCode } from "../node/failure.ts";
import type { Command } from "./commands.ts";
import { languageOf } from "./language.ts";
import { wordsOf } from "./words.ts";

export const lint: Command = {
  name: "lint",
  usage: "lint FILE [--language zh|en] [--json]",
  about: {
    zh: "检查评议方案文件：列出不能运行的错误和可疑之处；有错误则退出码为 1",
    en: "Checks a programme document: errors that cannot run, warnings that are doubtful; exits with 1 if there is an error",
  },
  async run(words) {
    const options = {
      language: { type: "string", default: languageOf(process.env) },
      json: { type: "boolean", default: false },
    } as const;
    const { values, positionals } = wordsOf(words, options, 1);
    const [file] = positionals;
    if (file === undefined)
      throw new Failure("用法：wanping lint 文件", "Usage: wanping lint FILE");
    const findings = lintDocument(documentIn(file), readProgramme);
    const language = values.language === "zh" ? "zh" : "en";
    const errors = findings.filter(({ severity }) => severity === "error").length;
    if (values.json) console.log(JSON.stringify({ findings }, null, 2));
    else {
      for (const { severity, code, pointer, message } of findings)
        console.log(
          `${severity.padEnd(7)}  ${code}  ${pointer || "/"}\n         ${message[language]}`,
        );
      const warnings = findings.length - errors;
      console.log(
        language === "zh"
          ? `${errors} 个错误，${warnings} 个提醒`
          : `${errors} errors, ${warnings} warnings`,
      );
    }
    if (errors > 0) process.exitCode = 1;
  },
};

function documentIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Failure(`${file} 不是有效的 JSON。`, `${file} is not valid JSON.`);
    throw new Failure(
      `无法读取 ${file}（${systemCode(error)}）。`,
      `Cannot read ${file} (${systemCode(error)}).`,
    );
  }
}
