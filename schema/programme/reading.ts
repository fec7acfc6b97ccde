import type { z } from "zod";
import en from "zod/v4/locales/en.js";
import zhCN from "zod/v4/locales/zh-CN.js";
import { Programme } from "./document.ts";
import type { Finding } from "./finding.ts";

/** A programme, or why the document is none. */
export type Reading = { programme: Programme } | { findings: Finding[] };

const english = en();
const chinese = zhCN();

/** Reads a document of unknown content; whatever does not fit the language is a finding with code `shape`. */
export function readProgramme(document: unknown): Reading {
  const read = Programme.safeParse(document, { error: english.localeError });
  if (read.success) return { programme: read.data };
  const inChinese = Programme.safeParse(document, { error: chinese.localeError });
  const translations = inChinese.error?.issues ?? [];
  return {
    findings: read.error.issues.map((issue, index) => ({
      severity: "error",
      code: "shape",
      pointer: pointerTo(issue.path),
      message: {
        zh: ownChinese(issue) ?? translations[index]?.message ?? issue.message,
        en: issue.message,
      },
    })),
  };
}

/** Our own refinements carry their Chinese text with them. */
function ownChinese(issue: z.core.$ZodIssue): string | undefined {
  const text: unknown = issue.code === "custom" ? issue.params?.zh : undefined;
  return typeof text === "string" ? text : undefined;
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
