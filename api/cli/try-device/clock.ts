import { clockAheadMs } from "../../conformance/phases.ts";

/** The trial's clock: ahead of the real one, as if the device's were slow. */
export function now(): number {
  return Date.now() + clockAheadMs;
}
