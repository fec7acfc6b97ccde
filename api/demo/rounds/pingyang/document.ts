import { Programme } from "../../../../schema/programme.ts";
import document from "../../../../schema/programmes/pingyang-thousand.json" with { type: "json" };

/** The year that the source describes, and the invented one before it, from which units are carried in. */
export type Year = 2020 | 2019;

/** Pingyang's rules for a year. Those of 2019 are the same a year earlier, and say so. */
export function pingyangDocument(year: Year): Programme {
  if (year === 2020) return Programme.parse(document);
  const earlier = Programme.parse(
    JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
      typeof value === "string" && isDate.test(value) ? yearBefore(value) : value,
    ),
  );
  return {
    ...earlier,
    version: "2019-demo",
    notes: [
      ...earlier.notes,
      {
        about: "calendar",
        zh: "演示：来源只有 2020 年的办法；这里把全部日期提前一年，好让 2020 年有上一年的名单可以带入。",
        en: "Demonstration: the source describes 2020 only. Every date is put a year earlier, so that 2020 has a year before it from which units are carried in.",
      },
    ],
  };
}

const isDate = /^\d{4}-\d{2}-\d{2}$/;

function yearBefore(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  const earlier = new Date(Date.UTC((year ?? 0) - 1, (month ?? 1) - 1, day));
  // The last day of February stays the last day of February.
  if (earlier.getUTCMonth() + 1 !== month) earlier.setUTCDate(0);
  return earlier.toISOString().slice(0, 10);
}
