import type { LintCode, LintFacts } from "../../../../api/domain/lint.ts";

type Edits = Readonly<Record<string, unknown>>;

/** How a good document is spoilt, and where the linter must say so. */
export interface Mutation {
  code: LintCode;
  from: string;
  /** Where the finding must point. */
  at: string;
  edit: Edits;
  /** Mends what the document is already warned of, so that the spoiling alone is seen. */
  before?: Edits;
  facts?: LintFacts;
}

export const dianjiang = "dianjiang-dianping";
export const haifeng = "haifeng-ten-thousand";
export const neixiang = "neixiang-per-visit";
export const pingyang = "pingyang-thousand";
export const yanshan = "yanshan-hard-to-deal";

export const text = { zh: "某事", en: "Something" };

export function spoilt(
  code: LintCode,
  from: string,
  at: string,
  edit: Edits,
  more: Pick<Mutation, "before" | "facts"> = {},
): Mutation {
  return { code, from, at, edit, ...more };
}

/** The finding points to the very value that is replaced. */
export function replaced(code: LintCode, from: string, at: string, value: unknown): Mutation {
  return spoilt(code, from, at, { [at]: value });
}
