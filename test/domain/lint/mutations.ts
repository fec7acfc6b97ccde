import { ballotsSpoilt } from "./mutations/ballots.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { namesSpoilt } from "./mutations/names.ts";
import { outcomesSpoilt } from "./mutations/outcomes.ts";
import { pointsSpoilt } from "./mutations/points.ts";
import { timeSpoilt } from "./mutations/time.ts";

/** At least one way to produce every code of the linter. */
export const mutations: readonly Mutation[] = [
  ...namesSpoilt,
  ...ballotsSpoilt,
  ...pointsSpoilt,
  ...outcomesSpoilt,
  ...timeSpoilt,
];
