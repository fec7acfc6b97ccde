import { afterEach, beforeEach, expect, test } from "vitest";
import { june, seedCounty } from "../support/county.ts";
import { rating } from "../support/device.ts";
import { ballotsOf, castRatings, inUrn, later, openJune } from "../support/june.ts";
import { problemOf, read } from "../support/reading.ts";
import { Stated } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

const close = (json: unknown = {}) => api.asOrganiser("POST", "/v1/rounds/june/close", json);
const decided = { early: { role: "Supervision office", reason: "Every device has reported." } };
const stateOf = async () => (await read(api.request("GET", "/v1/rounds/june"), Stated)).state;

test("a round that still accepts ballots closes only by a decision with a role and a reason, which is kept", async () => {
  await openJune(api);
  const refused = await close();
  expect(refused.status).toBe(409);
  expect((await problemOf(refused)).code).toBe("round_still_accepts");
  expect(await stateOf()).toBe("open");

  expect((await read(close(decided), Stated)).state).toBe("closed");
  const [kept] = await api.store.ledgers.decisionRows("june");
  expect(kept?.document).toEqual({ kind: "close-early", ...decided.early });
});

test("a ballot that arrives after closing is kept as late and never counted", async () => {
  const device = await openJune(api);
  await castRatings(device, { "unit-001": { satisfied: 3 } });
  await read(close(decided));
  const late = await read(device.cast(rating()), Stated);
  expect(late.state).toBe("late");
  expect((await api.store.counting.cells("june")).map(({ count }) => count)).toEqual([3]);
});

test("closing again changes nothing", async () => {
  await openJune(api);
  const first = await read(close(decided));
  expect(await read(close())).toEqual(first);
});

test("ballots that arrive while the round closes are counted or late, none lost and none twice", async () => {
  const device = await openJune(api);
  const ballots = ballotsOf({ "unit-001": { satisfied: 150 }, "unit-002": { dissatisfied: 150 } });
  const casting = ballots.map((ballot) => device.cast(ballot));
  const closing = close(decided);
  const states: string[] = [];
  for (const answer of await Promise.all(casting)) states.push((await answer.json()).state);
  expect((await read(closing, Stated)).state).toBe("closed");

  const counted = states.filter((state) => state === "counted").length;
  const late = states.filter((state) => state === "late").length;
  expect(counted + late).toBe(ballots.length);
  const cells = await api.store.counting.cells("june");
  expect(cells.reduce((total, { count }) => total + count, 0)).toBe(counted);
  const kept = await api.store.counting.ballotsByState("june");
  expect([kept.get("counted") ?? 0, kept.get("late") ?? 0]).toEqual([counted, late]);
});

test("a closing that was interrupted behind the gate is finished by asking again", async () => {
  const device = await openJune(api);
  await castRatings(device, { "unit-001": { satisfied: 2 } });
  const frozen = await api.store.frozenRounds.find("june");
  if (!frozen) throw new Error("there is no round");
  await api.store.counting.stopCounting(frozen);
  expect((await read(device.cast(rating()), Stated)).state).toBe("late");
  expect((await read(close(), Stated)).state).toBe("closed");
});

test("a round whose gate was never opened closes with a gate that is shut, and nobody opens it behind the count", async () => {
  const device = await openJune(api);
  await inUrn(api, "DELETE FROM gate");
  const row = await api.store.rounds.find("june");
  if (!row) throw new Error("there is no round");
  expect((await read(close(decided), Stated)).state).toBe("closed");
  await api.store.rounds.openGate(row); // An opening that was under way all the while.
  expect((await read(device.cast(rating()), Stated)).state).toBe("late");
  expect(await api.store.counting.cells("june")).toEqual([]);
});

test.each([
  [
    "an answer that was changed",
    `UPDATE ballot SET answers = replace(answers, '"satisfied"', '"dissatisfied"')`,
    "/cells/unit-001/window/visitors/kiosk/level/",
  ],
  [
    "an answer that is off its instrument",
    `UPDATE ballot SET answers = '{"kind":"levels","unit":"unit-001","level":"splendid"}'`,
    "/ballots/",
  ],
  ["an answer that cannot be read", `UPDATE ballot SET answers = '{'`, "/ballots/"],
  ["a counter that was raised", "UPDATE tally SET count = count + 1", "/cells/unit-001/window/"],
  ["a ballot that was taken away", "UPDATE state_count SET count = count + 1", "/states/counted"],
])("%s stops the closing and is named", async (_, sql, pointer) => {
  const device = await openJune(api);
  await castRatings(device, { "unit-001": { satisfied: 1 } });
  await inUrn(api, sql);
  const refused = await close(decided);
  expect(refused.status).toBe(409);
  const problem = await problemOf(refused);
  expect(problem.code).toBe("recount_differs");
  expect(problem.errors?.some((fault) => fault.pointer.startsWith(pointer))).toBe(true);
  expect(await stateOf()).toBe("open");
});

test("more ballots than are read at a time are all counted anew", async () => {
  const device = await openJune(api);
  await castRatings(device, { "unit-001": { satisfied: 1300 }, "unit-002": { satisfied: 1000 } });
  expect((await read(close(decided), Stated)).state).toBe("closed");
  const counts = (await api.store.counting.cells("june")).map(({ count }) => count);
  expect(counts).toEqual([1300, 1000]);
});

test("a ballot that is voided while the others are counted anew is no difference", async () => {
  const device = await openJune(api);
  await castRatings(device, { "unit-001": { satisfied: 3 } });
  const { counting } = api.store;
  const readPage = counting.countedBallots;
  let pages = 0;
  counting.countedBallots = async (...place) => {
    const page = await readPage(...place);
    pages += 1;
    if (pages === 1) {
      await inUrn(
        api,
        "UPDATE ballot SET state = 'void' WHERE serial = (SELECT serial FROM ballot LIMIT 1)",
      );
    }
    return page;
  };
  expect((await read(close(decided), Stated)).state).toBe("closed");
  expect((await counting.cells("june")).map(({ count }) => count)).toEqual([2]);
});

test("a ballot that is set apart and reinstated while the others are counted anew is no difference", async () => {
  const device = await openJune(api);
  await castRatings(device, { "unit-001": { satisfied: 3 } });
  const { counting } = api.store;
  const readPage = counting.countedBallots;
  const setTo = (to: string, from: string) =>
    inUrn(api, `UPDATE ballot SET state = '${to}' WHERE state = '${from}'`);
  let pages = 0;
  counting.countedBallots = async (...place) => {
    pages += 1;
    if (pages === 1) await setTo("quarantined", "counted");
    const page = await readPage(...place);
    if (pages === 1) await setTo("counted", "quarantined");
    return page;
  };
  expect((await read(close(decided), Stated)).state).toBe("closed");
});

test("the key of visits lives while a late rating could come, and dies when none can", async () => {
  const device = await openJune(api);
  await read(device.cast(rating({ visit: "counter 3, number 17" })));
  await read(close(decided));
  expect(api.place.held.has("visit-june")).toBe(true);
  api.clock.set(later);
  await read(close());
  expect(api.place.held.has("visit-june")).toBe(false);
});

test("a draft cannot be closed, nor a round that is not there", async () => {
  await seedCounty(api);
  await read(api.asOrganiser("POST", "/v1/rounds", june));
  expect((await problemOf(await close(decided))).code).toBe("round_state");
  const unknown = await api.asOrganiser("POST", "/v1/rounds/july/close", {});
  expect((await problemOf(unknown)).code).toBe("unknown_round");
});

test("only an organiser closes, with a body of the contract", async () => {
  const device = await openJune(api);
  const json = {};
  expect((await api.request("POST", "/v1/rounds/june/close", { json })).status).toBe(401);
  expect((await device.send("POST", "/v1/rounds/june/close", json)).status).toBe(403);
  const wrong = await close({ early: { role: "", reason: "x" } });
  expect((await problemOf(wrong)).errors?.[0]?.pointer).toBe("/early/role");
  expect(await stateOf()).toBe("open");
});
