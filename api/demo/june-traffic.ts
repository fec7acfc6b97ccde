import { openDays } from "./calendar.ts";
import { june } from "./june.ts";
import { trafficOf, type UnitDay } from "./traffic.ts";
import { demoUnits } from "./units.ts";

/** June 2020 at the windows: the same month every time. */
export function juneTraffic(): UnitDay[] {
  return trafficOf(demoUnits(), openDays(june.from, june.to), {
    seed: june.seed,
    about: june.ballots,
  });
}
