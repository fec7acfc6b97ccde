import type { Computed, RoundResult, UnitResult } from "../../../api/domain/result.ts";
import { roundHalfUp } from "../../../api/domain/scoring.ts";

export function unitOf(result: RoundResult, id: string): UnitResult {
  const found = result.units.find(({ unit }) => unit === id);
  if (!found) throw new Error(`no unit ${id}`);
  return found;
}

export function componentOf(result: RoundResult, unit: string, id: string) {
  const found = unitOf(result, unit).components.find((component) => component.id === id);
  if (!found) throw new Error(`no component ${id}`);
  return found;
}

/** Rounded to four decimals, or the reason why there is none. */
export function shown(outcome: Computed): string {
  return outcome.status === "computed" ? roundHalfUp(outcome.value) : outcome.reason;
}

export function componentShown(result: RoundResult, unit: string, id: string): string {
  return shown(componentOf(result, unit, id).outcome);
}
