import { ProblemError } from "../errors.ts";
import type { Problem } from "../generated/types.gen.ts";

const transient = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Statuses after which the same request may well succeed a moment later. */
export function isTransient(status: number): boolean {
  return transient.has(status);
}

/** Reads a refusal. What is not a problem document (a proxy's page, say) becomes `unreadable_answer`. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const text = await response.text();
  const parsed = parse(text);
  if (isProblem(parsed)) return new ProblemError(parsed, response);
  const { status } = response;
  const problem: Problem = {
    type: "about:blank",
    title: "Unreadable answer",
    status,
    code: "unreadable_answer",
    detail: `应答不是本服务的格式（HTTP ${status}）；请检查地址与代理。Not an answer of this service (HTTP ${status}): check the address and any proxy between.`,
    retry: isTransient(status) ? "later" : "after-fix",
  };
  return new ProblemError(problem, response);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    typeof value.code === "string" &&
    "detail" in value &&
    typeof value.detail === "string" &&
    "retry" in value
  );
}
