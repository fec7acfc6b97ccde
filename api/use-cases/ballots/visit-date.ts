import { localDate } from "../../domain/dates.ts";
import { Refusal } from "../../refusal.ts";

const day = 24 * 3600 * 1000;
/** A clock that lost its battery says 1970 or 2000: no ballot waits on a device for more than a year. */
const oldest = 366 * day;

interface Known {
  now: number;
  /** Absent where the device never told its clock. */
  offsetSeconds: number | undefined;
  timeZone: string;
}

/** A visit's date in the county, and whether the ballot says nothing of it that can be, so that its arrival dates it. */
export interface VisitDate {
  date: string;
  byArrival: boolean;
}

/**
 * The date of a visit, by the device's clock less what that clock is known to be fast. What then still lies up to a day
 * ahead was rated by a clock that is off: it counts as rated now. A date that cannot be is refused until a heartbeat has
 * told the clock; of a device that never tells it the arrival counts, flagged.
 */
export function visitDate(ratedAt: string, { now, offsetSeconds, timeZone }: Known): VisitDate {
  const corrected = Date.parse(ratedAt) - (offsetSeconds ?? 0) * 1000;
  const possible = corrected <= now + day && corrected >= now - oldest;
  if (!possible && offsetSeconds !== undefined) throw implausible(corrected, now);
  const instant = possible ? Math.min(corrected, now) : now;
  return { date: localDate(instant, timeZone), byArrival: !possible };
}

function implausible(corrected: number, now: number): Refusal {
  const time = new Date(now).toISOString();
  return new Refusal("implausible_date", {
    errors: [
      {
        pointer: "/ratedAt",
        code: corrected > now ? "in_the_future" : "too_old",
        detail: { zh: `服务器时间为 ${time}`, en: `The server's time is ${time}` },
      },
    ],
  });
}
