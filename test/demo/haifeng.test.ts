import { afterAll, beforeAll, expect, test } from "vitest";
import { groupBy } from "../../api/demo/group.ts";
import { haifeng } from "../../api/demo/rounds/haifeng/script.ts";
import { smallHaifeng } from "./small.ts";
import { holdersOf, openStage } from "./stage.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
  await stage.play(haifeng(smallHaifeng));
});
afterAll(() => stage.close());

test("sheets are as many as the county handed out to each group", () => {
  const sheets = groupBy(
    haifeng().ballots.filter(({ instrument }) => instrument === "sheet"),
    ({ group }) => group,
  );
  expect(Object.fromEntries([...sheets].map(([group, own]) => [group, own.length]))).toEqual({
    "county-leaders": 50,
    "county-offices": 4000,
    townships: 2000,
    delegates: 150,
    public: 3800,
  });
});

test("the ten best, the ten worst and their tiers are published, with every office shown", async () => {
  const result = await stage.result("haifeng-2013");

  expect(result).toMatchObject({ state: "published", units: { total: 21, shown: 21 } });
  const [best, worst, six, three] = ["ten-best", "ten-worst", "worst-six", "worst-three"].map(
    (award) => holdersOf(result, award),
  );
  expect([best, worst, six, three].map((award) => [award?.state, award?.ids.length])).toEqual([
    ["final", 10],
    ["final", 10],
    ["final", 6],
    ["final", 3],
  ]);
  expect(worst?.ids).toEqual(expect.arrayContaining([...(six?.ids ?? []), ...(three?.ids ?? [])]));
  expect(best?.ids.filter((id) => worst?.ids.includes(id))).toEqual([]);
});

test("sheets with a line left blank are kept and do not count", async () => {
  const states = await stage.api.store.counting.ballotsByState("haifeng-2013");
  expect(states.get("invalid")).toBe(3);
});
