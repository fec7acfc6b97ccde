import type { Decision } from "../../domain/model.ts";

/** A decision as the contract shapes it. */
export function decisionOf({ units, ...decision }: Decision, recordedAt: number) {
  return {
    ...decision,
    ...(units && { units: [...units] }),
    recordedAt: new Date(recordedAt).toISOString(),
  };
}
