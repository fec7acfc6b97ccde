import { localDate } from "../../domain/dates.ts";
import { Refusal } from "../../refusal.ts";

const day = 24 * 3600 * 1000;
/** A clock that lost its battery says 1970 or 2000: no ballot waits on a device for more than a year. */
const oldest = 366 * day;

/**
 * The date of a visit in the county, by the device's clock less what that clock is known to be fast. What then still lies
 * up to a day ahead was rated by a clock that is off: it counts as rated now.
 */
export function visitDate(
  ratedAt: string,
  { now, offsetSeconds, timeZone }: { now: number; offsetSeconds: number; timeZone: string },
): string {
  const corrected = Date.parse(ratedAt) - offsetSeconds * 1000;
  if (corrected > now + day || corrected < now - oldest) {
    throw new Refusal("implausible_date", {
      errors: [
        {
          pointer: "/ratedAt",
          code: corrected > now ? "in_the_future" : "too_old",
          detail: {
            zh: `服务器时间为 ${new Date(now).toISOString()}`,
            en: `The server's time is ${new Date(now).toISOString()}`,
          },
        },
      ],
    });
  }
  return localDate(Math.min(corrected, now), timeZone);
}
