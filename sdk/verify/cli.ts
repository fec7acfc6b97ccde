import { verify } from "./compare.ts";
import { DownloadError, downloadRelease, type ReleaseAddress } from "./download.ts";
import { reportLines } from "./report.ts";
import type { Language } from "./words.ts";

export interface VerifySettings extends ReleaseAddress {
  language: Language;
  /** Everything as JSON instead of a table. */
  json?: boolean | undefined;
  write: (line: string) => void;
}

/** Exit codes: everything that can be recomputed is identical; something differs; nothing could be checked. */
const exit = { identical: 0, different: 1, unchecked: 2 } as const;

/** Downloads and recomputes a published round, writes what was found, and returns an exit code. */
export async function runVerify(settings: VerifySettings): Promise<number> {
  const { language, write } = settings;
  try {
    const verification = verify(await downloadRelease(settings));
    if (settings.json) write(JSON.stringify(verification, null, 2));
    else for (const line of reportLines(verification, language)) write(line);
    return verification.counts.different > 0 ? exit.different : exit.identical;
  } catch (error) {
    write(failureText(error, language));
    return exit.unchecked;
  }
}

const failures: Record<DownloadError["code"], Record<Language, string>> = {
  unreachable: { zh: "无法访问", en: "cannot be reached" },
  refused: { zh: "服务拒绝", en: "is refused" },
  hash_missing: { zh: "没有哈希值", en: "comes without a hash" },
  hash_differs: { zh: "与其哈希值不符", en: "is not what its hash says" },
  unreadable: { zh: "无法读取", en: "cannot be read" },
};

function failureText(error: unknown, language: Language): string {
  if (error instanceof DownloadError) return `${failures[error.code][language]}: ${error.message}`;
  const text = error instanceof Error ? error.message : String(error);
  const lead = { zh: "公布的文件无法复算", en: "The published files cannot be recomputed" };
  return `${lead[language]}: ${text}`;
}
