import type { Finding } from "../../../schema/programme.ts";
import { type LintCode, lintCodes } from "./codes.ts";

/** A finding at a place (RFC 6901), its message filled in with the values. */
export function finding(
  code: LintCode,
  pointer: string,
  values: Readonly<Record<string, string | number>> = {},
): Finding {
  const { severity, message } = lintCodes[code];
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { severity, code, pointer, message: { zh: filled(message.zh), en: filled(message.en) } };
}
