import type { Problem } from "../../schema/contract/problem.ts";
import { problemKinds } from "../../schema/contract/problems.ts";
import type { Refusal } from "../refusal.ts";
import type { Language } from "./language.ts";

/** A refusal as RFC 9457 problem details, in one language. */
export function problemOf(refusal: Refusal, language: Language, requestId?: string): Problem {
  const kind = problemKinds[refusal.code];
  const { what, errors, existing } = refusal.particulars;
  const sentences = [what?.[language] ?? kind.title[language], kind.action[language]];
  return {
    type: `/docs/problems#${refusal.code}`,
    title: kind.title[language],
    status: kind.status,
    code: refusal.code,
    detail: sentences.map((text) => endSentence(text, language)).join(language === "en" ? " " : ""),
    retry: kind.retry,
    ...(errors && {
      errors: errors.map(({ pointer, code, detail }) => ({
        pointer: shortened(pointer),
        code,
        detail: detail[language].slice(0, longest),
      })),
    }),
    ...(existing !== undefined && { existing }),
    ...(requestId !== undefined && { requestId }),
    ...(refusal.code === "invalid_client" && { error: "invalid_client" }),
  };
}

export function problemResponse(
  refusal: Refusal,
  language: Language,
  requestId?: string,
): Response {
  const problem = problemOf(refusal, language, requestId);
  const headers = new Headers({
    "Content-Type": "application/problem+json",
    "Content-Language": language === "zh" ? "zh-CN" : "en",
    "Cache-Control": "no-store",
    Vary: "Accept-Language",
  });
  if (problem.status === 401) headers.set("WWW-Authenticate", "Bearer");
  if (problem.status === 429 || problem.status === 503) {
    headers.set("Retry-After", String(refusal.particulars.retryAfterSeconds ?? 5));
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function endSentence(text: string, language: Language): string {
  return /[.。!！?？]$/.test(text) ? text : text + (language === "en" ? "." : "。");
}

const longest = 500;

/** A pointer may hold whatever a sender called a field: too long a one points at what the field lies in. */
function shortened(pointer: string): string {
  return pointer.length <= longest
    ? pointer
    : pointer.slice(0, pointer.lastIndexOf("/", longest)).slice(0, longest);
}
