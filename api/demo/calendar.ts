export interface OpenDay {
  on: string;
  /** Only in the morning, and only where people queue. */
  halfDay: boolean;
  /** How busy against an ordinary day. */
  busy: number;
}

/** Dragon Boat Festival of 2020, and the Sunday that was worked in its place. */
const holidays = ["2020-06-25", "2020-06-26", "2020-06-27"];
const workedSundays = ["2020-06-28"];
const busyByWeekday = [1.1, 1.35, 1.05, 0.9, 0.95, 1.1, 0.6];

/** The days of a span on which windows are open. Both ends inclusive. */
export function openDays(from: string, to: string): OpenDay[] {
  return daysBetween(from, to)
    .filter((on) => !holidays.includes(on) && (weekday(on) !== 0 || workedSundays.includes(on)))
    .map((on) => ({ on, halfDay: weekday(on) === 6, busy: busyByWeekday[weekday(on)] ?? 1 }));
}

export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let on = from; on <= to; on = dayAfter(on)) days.push(on);
  return days;
}

export function dayAfter(on: string): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function weekday(on: string): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay();
}
