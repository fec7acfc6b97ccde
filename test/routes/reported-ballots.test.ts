import { afterEach, beforeEach, expect, test } from "vitest";
import { inUrn } from "../support/june.ts";
import { closePast, nomination, openPast, post, report, yanshan } from "../support/past.ts";
import { problemOf, read } from "../support/reading.ts";
import { Results } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  await openPast(api, yanshan);
});
afterEach(() => api.close());

const send = (...ballots: unknown[]) => read(post(api, "/ballots", { ballots }), Results);
const paper = { group: "leaders", channel: "paper" };
const votes = async () =>
  (await api.store.counting.cells("past"))
    .filter(({ question }) => question === "nominated")
    .map(({ unit, count }) => [unit, count]);

/** One nomination that counts, and one whose case is too early. */
const halfVoid = (changes: Record<string, unknown>) =>
  nomination([], {
    answers: {
      kind: "nominate",
      nominations: [
        { unit: "unit-1", problems: ["idle"], case: { date: "2024-06-01" } },
        { unit: "unit-2", problems: ["idle"], case: { date: "2023-06-01" } },
      ],
    },
    ...changes,
  });
const tooMany = (changes: Record<string, unknown>) =>
  nomination(
    Array.from({ length: 11 }, (_, index) => `unit-${index}`),
    changes,
  );

test("a transcribed ballot that is void is kept with its reasons, and counts nowhere", async () => {
  const { results } = await send(tooMany(paper));
  expect(results[0]?.receipt?.state).toBe("invalid");
  const [kept] = await inUrn(api, "SELECT reasons, state FROM ballot");
  expect(kept?.reasons).toContain("too_many_nominations");
  expect(await votes()).toEqual([]);
});

test("of a transcribed ballot that is void in part, the rest stands", async () => {
  const { results } = await send(halfVoid(paper));
  expect(results[0]?.receipt?.state).toBe("counted");
  const [kept] = await inUrn(api, "SELECT reasons FROM ballot");
  expect(kept?.reasons).toContain("case_too_early");
  expect(await votes()).toEqual([["unit-1", 1]]);
  await closePast(api);
});

test("an online ballot with the same faults is refused with pointers, and its neighbours stand", async () => {
  const online = { group: "new-business", channel: "web" };
  const { results } = await send(tooMany(online), halfVoid(online), nomination(["unit-3"], online));
  expect(results.map(({ status }) => status)).toEqual([422, 422, 201]);
  expect(results[0]?.problem?.errors[0]?.pointer).toBe("/answers/nominations");
  expect(results[1]?.problem).toMatchObject({
    code: "off_instrument",
    errors: [{ pointer: "/answers/nominations/1/case/date", code: "case_too_early" }],
  });
  expect(await votes()).toEqual([["unit-3", 1]]);
});

test("the same ballot again is the same ballot, and another under its serial is refused", async () => {
  const ballot = nomination(["unit-1"], paper);
  const first = await send(ballot);
  expect(await send(ballot)).toEqual(first);
  const { results } = await send({ ...ballot, on: "2024-07-06" });
  expect(results[0]?.problem?.code).toBe("serial_reused");
  expect(await votes()).toEqual([["unit-1", 1]]);
});

test("a malformed ballot refuses the whole request, with a pointer, and nothing is stored", async () => {
  const wrong = await post(api, "/ballots", {
    ballots: [nomination(["unit-1"], paper), { ...nomination(["unit-1"]), serial: "short" }],
  });
  const problem = await problemOf(wrong);
  expect(problem.code).toBe("invalid_body");
  expect(problem.errors?.[0]?.pointer).toBe("/ballots/1/serial");
  expect(await votes()).toEqual([]);
});

test("a ballot dated outside the round is refused", async () => {
  const { results } = await send(nomination(["unit-1"], { ...paper, on: "2024-07-15" }));
  expect(results[0]?.problem?.errors[0]?.pointer).toBe("/on");
});

test("a thousand ballots come in one request, and all are counted anew at closing", async () => {
  const ballots = Array.from({ length: 1000 }, () => nomination(["unit-1"], paper));
  expect(await report(api, ballots)).toHaveLength(1000);
  await closePast(api);
  expect(await votes()).toEqual([["unit-1", 1000]]);
});

test("ballots are reported by an organiser, of a round that has been opened", async () => {
  const json = { ballots: [nomination(["unit-1"])] };
  expect((await api.request("POST", "/v1/rounds/past/ballots", { json })).status).toBe(401);
  await closePast(api);
  const { results } = await send(nomination(["unit-1"], paper));
  expect(results[0]?.receipt?.state).toBe("late");
});

test("a ballot that is typed in after the last moment of acceptance counts, until the round is closed", async () => {
  api.clock.set("2026-03-02T09:00:00+08:00");
  const { results } = await send(nomination(["unit-1"], paper));
  expect(results[0]?.receipt?.state).toBe("counted");
  await closePast(api);
  expect(await votes()).toEqual([["unit-1", 1]]);
});
