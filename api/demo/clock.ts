import type { Clock } from "../use-cases/context.ts";

export interface DemoClock extends Clock {
  /** Stands still at this instant until it is moved again or released. */
  set(instant: string): void;
  /** The machine's own time from now on. */
  release(): void;
}

/** The machine's time, until the demonstration moves it to the past month that it plays. */
export function demoClock(): DemoClock {
  let fixed: number | undefined;
  return Object.assign(() => fixed ?? Date.now(), {
    set(instant: string) {
      fixed = Date.parse(instant);
    },
    release() {
      fixed = undefined;
    },
  });
}
