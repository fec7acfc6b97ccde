/**
 * Calendar dates of a time zone. A date is YYYY-MM-DD; an instant is epoch milliseconds. A day is half-open:
 * from its first instant to the first instant of the next day, however many hours lie between.
 */

const day = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const minute = 60_000;
/** Dates by zone and minute: asking the calendar costs more than judging the ballot that it is asked for. */
const remembered = new Map<string, string>();
const mostRemembered = 10_000;
/** From here on every zone has been whole minutes away from UTC. */
const wholeMinutesSince = Date.UTC(1973, 0);

/** Whether this runtime knows the IANA zone. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The date that clocks and calendars in the zone show at an instant. */
export function localDate(instant: number, timeZone: string): string {
  if (instant < wholeMinutesSince) return calendarDate(instant, timeZone);
  const key = `${Math.floor(instant / minute)} ${timeZone}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const date = calendarDate(instant, timeZone);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, date);
  return date;
}

function calendarDate(instant: number, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** The first instant of a date in the zone: not always midnight, for some zones turn their clocks then. */
export function startOfDay(date: string, timeZone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  let before = midnight - day;
  let within = midnight + day;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (localDate(middle, timeZone) < date) before = middle;
    else within = middle;
  }
  return within;
}

/** The instant at which a date is over: the first one that no longer belongs to it. */
export function endOfDay(date: string, timeZone: string): number {
  return startOfDay(addDays(date, 1), timeZone);
}

/** The date so many calendar days later, or earlier where negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
}
