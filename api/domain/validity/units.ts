import type { Scope } from "../../../schema/programme.ts";
import type { UnitSnapshot } from "../model.ts";
import type { BallotContext } from "./context.ts";
import { type Reason, reason } from "./reasons.ts";

/** Whether a scope covers a unit; a list that is absent does not restrict. */
export function inScope(unit: UnitSnapshot, scope: Scope | undefined): boolean {
  if (scope?.pools && !scope.pools.includes(unit.pool)) return false;
  if (scope?.tags && !scope.tags.some((tag) => unit.tags.includes(tag))) return false;
  return true;
}

/** Why this group cannot appraise this unit, if it cannot. */
export function checkUnit(
  id: string,
  context: BallotContext,
  path: readonly (string | number)[],
): Reason | undefined {
  const unit = context.units.get(id);
  if (!unit) return reason("unknown_unit", ...path);
  const group = context.programme.groups.find((candidate) => candidate.id === context.group);
  return inScope(unit, group?.scope) ? undefined : reason("out_of_scope", ...path);
}
