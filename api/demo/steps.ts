import type { Step } from "./step.ts";
import { closing } from "./steps/closing.ts";
import { fleet } from "./steps/fleet.ts";
import { programme } from "./steps/programme.ts";
import { ratings } from "./steps/ratings.ts";
import { units } from "./steps/units.ts";
import { visits } from "./steps/visits.ts";

/** June at the windows, in order. Past rounds of the other programmes follow: rounds/index.ts. */
export const steps: readonly Step[] = [units, programme, fleet, ratings, visits, closing];
