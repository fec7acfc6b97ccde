import { expect, test } from "vitest";
import { recount } from "../../api/use-cases/closing/recount.ts";
import { nomination, openPast, report, yanshan } from "../support/past.ts";
import { createTestApp } from "../support/test-app.ts";

test("while a round is counted anew, others are served between its pages", async () => {
  const api = await createTestApp();
  const { store, clock, keys } = api;
  await openPast(api, yanshan);
  const paper = { group: "leaders", channel: "paper" };
  await report(
    api,
    Array.from({ length: 3500 }, () => nomination(["unit-1"], paper)),
  );
  const frozen = await store.frozenRounds.find("past");
  if (!frozen) throw new Error("there is no round");

  let turns = 0;
  const others = setInterval(() => {
    turns += 1;
  }, 0);
  const county = { name: "Test County", timeZone: "Asia/Shanghai" };
  await recount({ store, clock, keys, county, actor: { kind: "public" } }, frozen);
  clearInterval(others);

  expect(turns).toBeGreaterThanOrEqual(3);
  await api.close();
});
