import { expect, test } from "vitest";
import { quarters } from "../../api/demo/rounds/dianjiang/quarters.ts";
import { dianjiang } from "../../api/demo/rounds/dianjiang/script.ts";
import { haifeng } from "../../api/demo/rounds/haifeng/script.ts";
import { pingyang } from "../../api/demo/rounds/pingyang/script.ts";
import type { Script } from "../../api/demo/rounds/script.ts";
import { yanshan } from "../../api/demo/rounds/yanshan/script.ts";
import { smallDianjiang, smallHaifeng, smallYanshan } from "./small.ts";
import { openStage } from "./stage.ts";

const scripts: [string, () => Script][] = [
  ["Haifeng", () => haifeng(smallHaifeng)],
  ["Yanshan", () => yanshan(smallYanshan)],
  ["Dianjiang", () => dianjiang(quarters[0], smallDianjiang)],
  ["Pingyang", () => pingyang(2020, { units: 30, votes: [10, 12], voters: 20 })],
];

test.each(scripts)(
  "%s killed after any request and started again publishes the same bytes",
  async (_, write) => {
    const whole = await openStage();
    await whole.play(write());
    const { id } = write().round;
    const expected = await whole.files(id);
    expect(expected.size).toBeGreaterThan(3);
    await whole.close();

    const torn = await openStage();
    let kills = 0;
    // Each start gets one request further than the one before it, so that every request is once the last.
    while (await torn.killedAfter(kills + 1, write())) kills += 1;
    expect(kills).toBeGreaterThan(8);
    expect(await torn.files(id)).toEqual(expected);
    await torn.close();
  },
  180_000,
);
