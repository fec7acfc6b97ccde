import type { Phase, Words } from "./phases.ts";
import { ballotRules } from "./rules/ballots.ts";
import { careRules } from "./rules/care.ts";
import { credentialRules } from "./rules/credentials.ts";
import type { Log } from "./rules/rule.ts";
import { sendingRules } from "./rules/sending.ts";

export interface Check {
  id: string;
  words: Words;
  /** What broke it; empty where it holds, undefined where there was no occasion to see. */
  faults: string[] | undefined;
}

/** Every rule that a device is held to. */
export const rules = [...credentialRules, ...ballotRules, ...sendingRules, ...careRules];

/** What a device has to keep, each rule judged by what it sent. */
export function check(log: Log, phases: readonly Phase[]): Check[] {
  return rules.map(({ id, words, faults }) => ({ id, words, faults: faults(log, phases) }));
}
