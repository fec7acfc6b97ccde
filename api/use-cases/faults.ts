import type { ProblemCode } from "../../schema/contract/problems.ts";
import { problemKinds } from "../../schema/contract/problems.ts";
import { type Fault, Refusal } from "../refusal.ts";

/** Where in the request an id stands. */
export interface Mention {
  id: string;
  pointer: string;
}

/** Refuses with a pointer to each id that is not known. */
export function refuseUnknown(
  code: ProblemCode & `unknown_${string}`,
  mentions: readonly Mention[],
  known: ReadonlySet<string>,
): void {
  const unknown = mentions.filter(({ id }) => !known.has(id));
  if (unknown.length === 0) return;
  const { title } = problemKinds[code];
  throw new Refusal(code, {
    errors: unknown.slice(0, 100).map(({ id, pointer }) => ({
      pointer,
      code,
      detail: { zh: `${title.zh}：${id}`, en: `${title.en}: ${id}` },
    })),
  });
}

/** Refuses a list that names the same thing twice, with a pointer to each repetition. */
export function refuseRepeated(mentions: readonly Mention[]): void {
  const seen = new Set<string>();
  const errors: Fault[] = [];
  for (const { id, pointer } of mentions) {
    if (seen.has(id)) errors.push(repeated(id, pointer));
    seen.add(id);
  }
  if (errors.length > 0) throw new Refusal("invalid_body", { errors: errors.slice(0, 100) });
}

function repeated(id: string, pointer: string): Fault {
  return {
    pointer,
    code: "repeated",
    detail: { zh: `${id} 重复出现`, en: `${id} occurs more than once` },
  };
}
