import { afterEach, beforeEach, expect, test } from "vitest";
import { closedListHash, draw, drawSeed } from "../../api/domain/draw.ts";
import { serialHash } from "../../api/use-cases/ballots/prepare.ts";
import { inUrn } from "../support/june.ts";
import { closePast, nomination, openPast, post, report, yanshan } from "../support/past.ts";
import { problemOf, read } from "../support/reading.ts";
import { Draw, listOf, UnitFigures } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  await openPast(api, yanshan);
});
afterEach(() => api.close());

const value = "2024-07-16: 03 09 11 18 24 30 + 07";
const drawNow = (publicValue = value, stream = "sampled") =>
  post(api, "/draws", { stream, publicValue, role: "Supervision office" });
const counted = async () => (await api.store.counting.ballotsByState("past")).get("counted") ?? 0;

/** 230 ballots of the public, of which two hundred are to count, and 12 of leaders, which all do. */
async function castAndClose() {
  const paper = { group: "leaders", channel: "paper" };
  await report(
    api,
    Array.from({ length: 12 }, () => nomination(["unit-3"], paper)),
  );
  const ballots = Array.from({ length: 230 }, (_, index) =>
    nomination([index % 3 === 0 ? "unit-1" : "unit-2"]),
  );
  const states = await report(api, ballots);
  expect(new Set(states)).toEqual(new Set(["undrawn"]));
  await closePast(api);
  return ballots.map(({ serial }) => Buffer.from(serialHash(String(serial))).toString("hex"));
}

test("only drawn ballots are counted, and none before the draw", async () => {
  await castAndClose();
  expect(await counted()).toBe(12);
  const refused = await problemOf(await post(api, "/publish"));
  expect(refused.code).toBe("round_state");
  expect(refused.detail).toContain("sampled");

  await read(drawNow());
  expect(await counted()).toBe(212);
  await read(post(api, "/publish"));
  const units = await Promise.all(
    ["unit-1", "unit-2", "unit-3"].map((id) =>
      read(api.request("GET", `/v1/rounds/past/results/units/${id}`), UnitFigures),
    ),
  );
  const votes = units.map(({ components }) => components[0]?.figure.value ?? 0);
  const [first = 0, second = 0] = votes;
  expect(first + second).toBe(200);
  expect(votes[2]).toBe(12);
});

test("anybody repeats the draw from what is published of it", async () => {
  const serials = await castAndClose();
  await read(drawNow());
  const { items } = await read(api.request("GET", "/v1/rounds/past/draws"), listOf(Draw));
  const [published] = items;
  if (!published) throw new Error("there is no draw");
  expect(published.list).toEqual([...serials].sort());
  expect(published.listHash).toBe(closedListHash(serials));
  const seed = drawSeed(value, published.listHash, published.purpose);
  expect(published.seed).toBe(seed);
  expect(published.drawn).toEqual(draw(seed, serials, 200).drawn);
  const rows = await inUrn(
    api,
    "SELECT lower(hex(serial)) AS s FROM ballot WHERE state = 'counted' AND stream = 'sampled'",
  );
  expect(rows.map(({ s }) => s).sort()).toEqual([...published.drawn].sort());
});

test("a draw is done once: the same value gives the same, another is refused", async () => {
  await castAndClose();
  const first = await read(drawNow());
  expect(await read(drawNow())).toEqual(first);
  expect((await problemOf(await drawNow("a luckier value"))).code).toBe("draw_done");
  expect(await counted()).toBe(212);
});

test("a draw that was interrupted is finished as it began", async () => {
  await castAndClose();
  const first = await read(drawNow());
  await inUrn(
    api,
    `UPDATE ballot SET state = 'undrawn' WHERE serial IN
      (SELECT serial FROM ballot WHERE state = 'counted' AND stream = 'sampled' LIMIT 150)`,
  );
  expect(await counted()).toBe(62);
  expect(await read(drawNow())).toEqual(first);
  expect(await counted()).toBe(212);
});

test("with fewer ballots than are to be drawn, all of them count", async () => {
  await report(api, [nomination(["unit-1"]), nomination(["unit-2"])]);
  await closePast(api);
  await read(drawNow());
  expect(await counted()).toBe(2);
});

test("nothing is drawn while ballots can come, nor from a stream that is counted whole", async () => {
  expect((await problemOf(await drawNow())).code).toBe("round_state");
  const whole = await problemOf(await drawNow(value, "targeted"));
  expect(whole.errors?.[0]?.pointer).toBe("/stream");
  const json = { stream: "sampled", publicValue: value, role: "x" };
  expect((await api.request("POST", "/v1/rounds/past/draws", { json })).status).toBe(401);
});
