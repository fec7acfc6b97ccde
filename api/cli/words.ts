import { type ParseArgsConfig, parseArgs } from "node:util";
import { Failure } from "../node/failure.ts";

/**
 * Options and words of a command, `most` of which have no option's name; what it does not know is told in one line. A word too
 * many is not passed over: `conformance URL` would examine another server than the one that was named.
 */
export function wordsOf<Options extends NonNullable<ParseArgsConfig["options"]>>(
  words: string[],
  options: Options,
  most = 0,
) {
  const known = parsed(words, options);
  const surplus = known.positionals[most];
  if (surplus !== undefined) throw wrong(`“${surplus}”`);
  return known;
}

function parsed<Options extends NonNullable<ParseArgsConfig["options"]>>(
  words: string[],
  options: Options,
) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(text: string): Failure {
  return new Failure(`参数有误：${text}`, `Wrong arguments: ${text}`);
}
