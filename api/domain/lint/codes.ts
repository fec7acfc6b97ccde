import { ballots } from "./codes/ballots.ts";
import type { CodeEntry } from "./codes/entry.ts";
import { names } from "./codes/names.ts";
import { outcomes } from "./codes/outcomes.ts";
import { points } from "./codes/points.ts";
import { time } from "./codes/time.ts";

const table = { ...names, ...ballots, ...points, ...outcomes, ...time };

export type LintCode = keyof typeof table;

/** Every code of the linter: how grave it is, what it says and why it is reported. */
export const lintCodes: Readonly<Record<LintCode, CodeEntry>> = table;
