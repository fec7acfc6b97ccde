import { type ParseArgsConfig, parseArgs } from "node:util";
import { Failure } from "../node/failure.ts";

/** Options and words of a command; what it does not know is told in one line. */
export function wordsOf<Options extends NonNullable<ParseArgsConfig["options"]>>(
  words: string[],
  options: Options,
) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new Failure(`参数有误：${text}`, `Wrong arguments: ${text}`);
  }
}
