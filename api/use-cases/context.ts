import type { Keys } from "../keys/keys.ts";
import type { WindowClaims } from "../keys/window-token.ts";
import type { Store } from "../store/store.ts";

/** Milliseconds since 1970, UTC. Tests and the demo bring their own. */
export type Clock = () => number;

export interface County {
  name: string;
  timeZone: string;
  /** What every page tells its reader first: that the data are invented, for one. */
  notice?: { zh: string; en: string };
}

/** Who is asking. */
export type Actor =
  | { kind: "public" }
  | { kind: "organiser"; subject: string }
  | { kind: "device"; device: string; credential: string; mode: "live" | "test" }
  | ({ kind: "window" } & WindowClaims);

/** What every use case works with: `({ ctx, input })`. */
export interface Context {
  store: Store;
  clock: Clock;
  keys: Keys;
  county: County;
  actor: Actor;
}
