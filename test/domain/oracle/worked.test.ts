import { expect, test } from "vitest";
import type { PastRound } from "../../../api/domain/model.ts";
import { only, throughEngine } from "./comparisons.ts";
import type { County, Verdict } from "./county.ts";
import { dianjiang } from "./dianjiang.ts";
import { document } from "./engine.ts";
import { haifeng } from "./haifeng.ts";
import { pingyang } from "./pingyang.ts";
import { halfYear, satisfaction } from "./pingyang-daily.ts";
import { printed, ratio } from "./ratio.ts";
import { workedDianjiang, workedHaifeng, workedPingyang, workedSizes } from "./worked.ts";

/** A figure of a verdict to four decimals. */
function shownOf(verdict: Verdict, unit: string, item: string): string {
  const found = verdict.units[unit];
  const text = item === "total" ? found?.total : found?.figures[item];
  const [over = "", under = ""] = (text ?? "").split("/");
  return printed(ratio(BigInt(over), BigInt(under)));
}

const history: PastRound[] = [];
const trial = (county: County) => ({ rounds: [county], history });

test("the worked 77 of Dianjiang comes out of oracle and engine", () => {
  const engine = throughEngine.rounds(document("dianjiang-dianping"), trial(workedDianjiang));
  for (const verdict of [dianjiang([workedDianjiang]), engine]) {
    expect(shownOf(verdict, "u-1", "total")).toBe("77.0000");
  }
});

test("the worked 72.1579 and 80.1579 of Haifeng come out of oracle and engine, and 68.55 as printed", () => {
  const id = "haifeng-ten-thousand";
  const engine = throughEngine.rounds(document(id), trial(workedHaifeng));
  for (const verdict of [haifeng(workedHaifeng), engine]) {
    expect(shownOf(verdict, "u-1", "sheet-score")).toBe("72.1579");
    expect(shownOf(verdict, "u-1", "total")).toBe("80.1579");
  }
  const asPrinted = document(id, { from: '"normalised"', to: '"literal"' });
  const literal = throughEngine.rounds(asPrinted, trial(workedHaifeng));
  for (const verdict of [haifeng(workedHaifeng, "literal"), literal]) {
    expect(shownOf(verdict, "u-1", "sheet-score")).toBe("68.5500");
  }
});

test("the worked figures of Pingyang come out of oracle and engine", () => {
  const year = trial(workedPingyang);
  const engine = throughEngine.year(document("pingyang-thousand"), year, workedSizes);
  for (const verdict of [pingyang(only(year), history, workedSizes), engine]) {
    const half = ["u-1", "u-2", "u-3"].map((unit) =>
      shownOf(verdict, unit, "satisfaction-half-year"),
    );
    expect(half).toEqual(["22.4000", "19.1044", "22.3333"]);
    expect(shownOf(verdict, "u-1", "complaint-platform")).toBe("4.4500");
    expect(shownOf(verdict, "u-1", "online-vote")).toBe("9.0000");
    expect(shownOf(verdict, "u-1", "supervising-agency")).toBe("4.3333");
  }
});

test("Pingyang's own figures and their mean are the worked ones before the small sample is mixed", () => {
  const counts = [
    [40, 8, 2],
    [10, 5, 5],
    [25, 3, 2],
  ] as const;
  const own = counts.map((it) => printed(satisfaction(it, 25) ?? ratio(0n)));
  expect(own).toEqual(["22.4000", "16.2500", "22.3333"]);
  const withNobody = new Map([...counts, [0, 0, 0] as const].map((it, index) => [index, it]));
  const given = halfYear(new Map([...withNobody].map(([index, it]) => [`u-${index}`, it])));
  expect(printed(given.get("u-3") ?? ratio(0n))).toBe("20.3278");
});
