import type { Wanping } from "../../sdk/index.ts";
import type { DemoClock } from "./clock.ts";
import type { DemoMarker } from "./marker.ts";

/** What every step of the demonstration works with. It has nothing but the API and the clock. */
export interface Stage {
  /** Where the service is for its clients. */
  address: string;
  /** Takes requests for that address to the service. */
  fetch: typeof fetch;
  clock: DemoClock;
  /** A client with the organiser's token. */
  organiser: Wanping;
  /** Where the fleet keeps its keys, as devices would. */
  folder: string;
  marker: DemoMarker;
}

/** Tells how far a step has come. */
export interface Progress {
  begin(total: number): void;
  advance(by: number): void;
}

/**
 * A part of the demonstration. It can be repeated: whatever it did before it was interrupted, the API answers in the same
 * way again.
 */
export interface Step {
  id: string;
  title: { zh: string; en: string };
  run(stage: Stage, progress: Progress): Promise<void>;
}
