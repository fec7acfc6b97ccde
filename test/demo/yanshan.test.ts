import { afterAll, beforeAll, expect, test } from "vitest";
import { yanshan } from "../../api/demo/rounds/yanshan/script.ts";
import { smallYanshan } from "./small.ts";
import { holdersOf, openStage } from "./stage.ts";

const round = "yanshan-2024-q2";
let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
  await stage.play(yanshan(smallYanshan));
});
afterAll(() => stage.close());

test("two hundred of the public's ballots are drawn, by a public value", async () => {
  const response = await stage.api.request("GET", `/v1/rounds/${round}/draws`);
  const { items } = await response.json();
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ stream: "sampled", size: 200 });
  expect([items[0].list.length, items[0].drawn.length]).toEqual([230, 200]);
});

test("as many sections are carded as the decision says, and the result is published", async () => {
  const result = await stage.result(round);
  expect(result.state).toBe("published");
  expect(holdersOf(result, "yellow-card")).toMatchObject({ state: "confirmed", flags: [] });
  expect(holdersOf(result, "yellow-card").ids).toHaveLength(2);
});

test("paper ballots that name too many sections, or only cases too early, are kept and do not count", async () => {
  const states = await stage.api.store.counting.ballotsByState(round);
  const { leaders = 0, public: drawn = 0, ...online } = smallYanshan.voters;
  const others = Object.values(online).reduce((sum, voters) => sum + voters, 0);
  expect(states.get("invalid")).toBe(2);
  expect(states.get("undrawn")).toBe(drawn - 200);
  expect(states.get("counted")).toBe(leaders - 2 + others + 200);
});

test("several hundred vote, and the groups are as large as the county says", () => {
  const { ballots } = yanshan();
  const of = (group: string) => ballots.filter((ballot) => ballot.group === group).length;
  expect([of("new-business"), of("project-heads"), of("people-served")]).toEqual([50, 25, 100]);
  expect(of("public")).toBeGreaterThan(200);
});
