import type { ProblemCode } from "../schema/contract/problems.ts";

interface Words {
  zh: string;
  en: string;
}

/** One fault in the request: where it is, its code and what is wrong, in both languages. */
export interface Fault {
  pointer: string;
  code: string;
  detail: Words;
}

interface Particulars {
  /** What was wrong here, beyond the title of the code. */
  what?: Words;
  errors?: readonly Fault[];
  /** Identifier of what stands in the way. */
  existing?: string;
  retryAfterSeconds?: number;
}

/** A request that is refused, by the code of a declared problem. HTTP turns it into RFC 9457. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly particulars: Particulars;

  constructor(code: ProblemCode, particulars: Particulars = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.particulars = particulars;
  }
}
