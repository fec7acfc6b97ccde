import { expect, test } from "vitest";
import type { LedgerEntry, UnitSnapshot } from "../../../api/domain/model.ts";
import { dianjiang } from "./dianjiang.ts";
import { weighted } from "./haifeng.ts";
import {
  complaintPlatform,
  halfYear,
  quarters,
  satisfaction,
  supervision,
} from "./pingyang-daily.ts";
import { decimal, plus, printed, ratio } from "./ratio.ts";
import { workedDianjiang } from "./worked.ts";

test("Dianjiang's oracle gives the worked 77", () => {
  expect(dianjiang([workedDianjiang]).units["u-1"]?.total).toBe("77/1");
});

test("Pingyang's oracle gives the worked half: own figures, the mean, and 19.1044 for the small sample", () => {
  const counts = [
    [40, 8, 2],
    [10, 5, 5],
    [25, 3, 2],
  ] as const;
  const own = counts.map((it) => printed(satisfaction(it, 25) ?? ratio(0n)));
  expect(own).toEqual(["22.4000", "16.2500", "22.3333"]);
  const given = halfYear(new Map(counts.map((it, index) => [`u-${index}`, it])));
  expect([...given.values()].map(printed)).toEqual(["22.4000", "19.1044", "22.3333"]);
});

test("Pingyang's oracle gives the worked complaint sheet of 4.45", () => {
  const fact = (
    entry: string,
    points: number,
    on: string,
    modifiers: string[] = [],
  ): LedgerEntry => ({
    id: `${entry} ${on}`,
    ledger: "complaints",
    unit: "u-1",
    entry,
    points,
    modifiers,
    on,
  });
  const everyQuarter = quarters.flatMap(({ from, to }) => [
    fact("late-reply", 1, from),
    fact("late-reply", 1, from),
    fact("late-reply", 1, to),
    fact("shirking", 2, to),
    fact("poor-quality", 4, from, ["co-handler"]),
  ]);
  const sheet = complaintPlatform([fact("style", 4, "2020-03-03"), ...everyQuarter]);
  expect(printed(sheet)).toBe("4.4500");
});

test("Pingyang's oracle gives the worked vote of 9 and the dual mark of 4.3333", () => {
  expect(printed(satisfaction([120, 300, 80], 15) ?? ratio(0n))).toBe("9.0000");
  const unit: UnitSnapshot = {
    id: "u-1",
    agency: "a-1",
    pool: "approval",
    tags: [],
    system: "general",
    township: "t-1",
    managedBy: "dual",
  };
  const mark = (assessor: string, points: number): LedgerEntry => ({
    id: assessor,
    ledger: "supervisors",
    unit: "u-1",
    assessor,
    points,
    modifiers: [],
    on: "2020-11-05",
  });
  const both = supervision(unit, [mark("agency", 4.6), mark("township", 3.8)]);
  expect(printed(both ?? ratio(0n))).toBe("4.3333");
});

test("Haifeng's oracle gives the worked 68.55 as printed, 72.1579 and 80.1579 normalised", () => {
  const means = {
    "county-leaders": ratio(80n),
    "county-offices": ratio(75n),
    townships: ratio(70n),
    delegates: ratio(72n),
    public: ratio(68n),
  };
  expect(printed(weighted(means, "literal") ?? ratio(0n))).toBe("68.5500");
  const normalised = weighted(means, "normalised") ?? ratio(0n);
  expect(printed(normalised)).toBe("72.1579");
  expect(printed(plus(normalised, decimal(8)))).toBe("80.1579");
});
