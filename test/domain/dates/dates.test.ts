import { expect, test } from "vitest";
import { addDays, endOfDay, isTimeZone, localDate, startOfDay } from "../../../api/domain/dates.ts";

const at = (text: string) => Date.parse(text);

test.each([
  ["Asia/Shanghai", "2020-06-30T15:59:59.999Z", "2020-06-30"],
  ["Asia/Shanghai", "2020-06-30T16:00:00.000Z", "2020-07-01"],
  ["America/New_York", "2020-03-08T04:59:59.999Z", "2020-03-07"],
  ["America/New_York", "2020-03-08T05:00:00.000Z", "2020-03-08"],
  ["America/New_York", "2020-03-09T03:59:59.999Z", "2020-03-08"],
  ["Pacific/Kiritimati", "2019-12-31T10:00:00.000Z", "2020-01-01"],
  ["Pacific/Pago_Pago", "2020-01-01T10:59:59.999Z", "2019-12-31"],
])("in %s, %s falls on %s", (zone, instant, date) => {
  expect(localDate(at(instant), zone)).toBe(date);
});

test.each([
  ["Asia/Shanghai", "2020-07-01", "2020-06-30T16:00:00.000Z", 24],
  ["Asia/Shanghai", "2020-12-31", "2020-12-30T16:00:00.000Z", 24],
  ["Europe/Berlin", "2020-03-29", "2020-03-28T23:00:00.000Z", 23],
  ["Europe/Berlin", "2020-10-25", "2020-10-24T22:00:00.000Z", 25],
  // Clocks went from 00:00 to 01:00: the day began at one o'clock.
  ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z", 23],
])("in %s, %s begins at %s and has %i hours", (zone, date, begins, hours) => {
  expect(new Date(startOfDay(date, zone)).toISOString()).toBe(begins);
  expect(endOfDay(date, zone) - startOfDay(date, zone)).toBe(hours * 3_600_000);
});

test("a day is half-open: its first instant belongs to it, its end to the next day", () => {
  for (const zone of ["Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])
    for (const date of ["2020-02-29", "2020-03-08", "2020-04-05", "2020-11-01", "2020-12-31"]) {
      expect(localDate(startOfDay(date, zone), zone)).toBe(date);
      expect(localDate(startOfDay(date, zone) - 1, zone)).toBe(addDays(date, -1));
      expect(localDate(endOfDay(date, zone) - 1, zone)).toBe(date);
      expect(localDate(endOfDay(date, zone), zone)).toBe(addDays(date, 1));
    }
});

test("days are counted over the ends of months and leap years", () => {
  expect(addDays("2020-02-28", 1)).toBe("2020-02-29");
  expect(addDays("2019-12-31", 62)).toBe("2020-03-02");
  expect(addDays("2020-03-01", -1)).toBe("2020-02-29");
});

test("a zone that the runtime does not know is told apart from one that it knows", () => {
  expect(isTimeZone("Asia/Shanghai")).toBe(true);
  expect(isTimeZone("Asia/Nowhere")).toBe(false);
});
