import type { Finding, Programme } from "../../../schema/programme.ts";

/** What is known beside the document. */
export interface LintFacts {
  /** People on the roster of a group, where it has been handed in. */
  rosters?: Readonly<Record<string, number>>;
}

/** One check: it looks at a whole programme and reports what it finds. */
export type Check = (programme: Programme, facts: LintFacts) => Finding[];
