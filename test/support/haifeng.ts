import { readFileSync } from "node:fs";
import { closePast, openPast, post, report, reported, section } from "./past.ts";
import { read } from "./reading.ts";
import type { TestApp } from "./test-app.ts";

/** Every line of the sheet with its full marks. */
export function haifengPoints(): Record<string, number> {
  const file = new URL("../../schema/programmes/haifeng-ten-thousand.json", import.meta.url);
  const document = JSON.parse(readFileSync(file, "utf8"));
  const points: Record<string, number> = {};
  for (const { rules } of document.instruments) {
    for (const rule of rules ?? []) {
      for (const indicator of rule.indicators) {
        for (const line of indicator.parts ?? [indicator]) points[line.id] = line.points;
      }
    }
  }
  return points;
}

/** Three units: every group at each, ten sheets a group; in the third, one group has too few. */
export async function publishHaifeng(api: TestApp): Promise<void> {
  await openPast(api, {
    programme: "haifeng-ten-thousand",
    version: "2013",
    from: "2013-01-01",
    to: "2013-12-31",
    units: ["unit-1", "unit-2", "unit-3"].map((id) => section(id, { pool: "office" })),
  });
  const groups = ["county-leaders", "county-offices", "townships", "delegates", "public"];
  const sheets = ["unit-1", "unit-2", "unit-3"].flatMap((unit, which) =>
    groups.flatMap((group, index) =>
      Array.from({ length: which === 2 && index === 0 ? 4 : 10 }, (_, number) =>
        reported({
          instrument: "sheet",
          group,
          channel: "paper",
          on: "2013-11-20",
          answers: {
            kind: "sheet",
            unit,
            points: Object.fromEntries(
              Object.entries(haifengPoints()).map(([id, full]) => [
                id,
                (number + index + which) % 4 === 0 ? full - 1 : full,
              ]),
            ),
          },
        }),
      ),
    ),
  );
  await report(api, sheets);
  const marks = ["unit-1", "unit-2", "unit-3"].map((unit, which) => ({
    id: `mark-${unit}`,
    unit,
    assessor: "leading-group",
    points: 8 - which,
    on: "2013-11-21",
    role: "Leading group",
    reason: "By the evidence.",
  }));
  await read(post(api, "/ledgers/leading-group-points/entries", { entries: marks }));
  await closePast(api);
  await read(post(api, "/publish"));
}
