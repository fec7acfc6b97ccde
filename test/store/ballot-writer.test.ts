import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NewBallot } from "../../api/store/ballot-writer.ts";
import { bytes, newBallot, openTestUrn, type TestUrn } from "./urn.ts";

describe.each(["embedded", "remote"] as const)("%s writer", (adapter) => {
  let urn: TestUrn;
  beforeEach(async () => {
    urn = await openTestUrn(adapter);
  });
  afterEach(() => urn.close());

  const write = async (...ballots: NewBallot[]) =>
    (await urn.writer.write(ballots)).map(({ outcome }) => outcome);
  const rows = async (sql: string) =>
    (await urn.client.execute(sql)).rows.map((row) => ({ ...row }));
  const states = async () =>
    Object.fromEntries(
      (await rows("SELECT state, count FROM state_count WHERE count <> 0")).map((row) => [
        row.state,
        row.count,
      ]),
    );
  const counted = () => rows("SELECT unit, answer, count FROM tally WHERE count <> 0");

  /** What the counters should be, from the ballots themselves. */
  const recounted = () =>
    rows(`SELECT value ->> 0 AS unit, value ->> 2 AS answer, sum(value ->> 3) AS count
      FROM ballot, json_each(cells) WHERE state = 'counted' GROUP BY 1, 2`);

  test("a ballot is stored once; again it is a replay with the first salt", async () => {
    const ballot = newBallot("one");
    expect(await write(ballot)).toEqual(["stored"]);
    const [again] = await urn.writer.write([{ ...ballot, salt: bytes("another salt") }]);
    expect(again).toMatchObject({
      outcome: "replayed",
      recorded: { round: "june", state: "counted", salt: ballot.salt, visitedOn: "2020-06-03" },
    });
    expect(await counted()).toEqual([{ unit: "unit-001", answer: "satisfied", count: 1 }]);
  });

  test("what was recorded is found by its serial", async () => {
    const one = newBallot("one");
    expect(await urn.writer.find(one)).toBeUndefined();
    await write(one);
    expect(await urn.writer.find(one)).toMatchObject({
      outcome: "replayed",
      recorded: { salt: one.salt, answers: one.answers },
    });
    expect(await urn.writer.find({ ...one, body: bytes("changed") })).toEqual({
      outcome: "serial_reused",
    });
  });

  test("another body under the same serial is refused, in the same request too", async () => {
    const changed = newBallot("one", { body: bytes("changed"), cells: "[]" });
    expect(await write(newBallot("one"), changed)).toEqual(["stored", "serial_reused"]);
    expect(await write(changed)).toEqual(["serial_reused"]);
    expect(await counted()).toEqual(await recounted());
  });

  test("a refused ballot does not fail its neighbours", async () => {
    const outcomes = await write(
      newBallot("one"),
      newBallot("two", { round: "july" }),
      newBallot("three", { visitedOn: "2020-07-01" }),
      newBallot("four"),
    );
    expect(outcomes).toEqual(["stored", "round_not_open", "round_not_open", "stored"]);
    expect(await states()).toEqual({ counted: 2 });
  });

  test("from the last moment of acceptance on, and after closing, ballots are late and not counted", async () => {
    await write(newBallot("early", { arrivedAt: 1999 }), newBallot("late", { arrivedAt: 2000 }));
    await urn.client.execute("UPDATE gate SET state = 'counted'");
    await write(newBallot("closed", { arrivedAt: 1000 }));
    expect(await states()).toEqual({ counted: 1, late: 2 });
    expect(await counted()).toEqual(await recounted());
  });

  test("a test ballot stays a test, even when it is late", async () => {
    await write(newBallot("one", { state: "test", arrivedAt: 9999 }));
    expect(await states()).toEqual({ test: 1 });
    expect(await counted()).toEqual([]);
  });

  test("a revoked credential writes nothing more, and still replays nothing new", async () => {
    await write(newBallot("before"));
    await urn.client.execute("INSERT INTO revocation VALUES ('key-1')");
    expect(await write(newBallot("after"), newBallot("before"))).toEqual([
      "credential_revoked",
      "replayed",
    ]);
    expect(await states()).toEqual({ counted: 1 });
  });

  test("a visit is rated once in its round", async () => {
    const visit = bytes("visit");
    expect(await write(newBallot("one", { visit }), newBallot("two", { visit }))).toEqual([
      "stored",
      "visit_already_rated",
    ]);
  });

  test("a higher version of a token supersedes the lower one, and a lower one comes too late", async () => {
    const token = bytes("token");
    const cast = (name: string, version: number, level: string) =>
      write(
        newBallot(name, {
          token,
          version,
          cells: JSON.stringify([["unit-001", "level", level, 1, 0, 0]]),
        }),
      );
    expect(await cast("one", 1, "satisfied")).toEqual(["stored"]);
    expect(await cast("three", 3, "dissatisfied")).toEqual(["stored"]);
    expect(await cast("two", 2, "satisfied")).toEqual(["superseded"]);
    expect(await cast("again", 3, "satisfied")).toEqual(["token_spent"]);
    expect(await states()).toEqual({ counted: 1, superseded: 1 });
    expect(await counted()).toEqual([{ unit: "unit-001", answer: "dissatisfied", count: 1 }]);
  });

  test("a late second vote leaves the first one counted", async () => {
    const token = bytes("token");
    await write(newBallot("one", { token, version: 1 }));
    await write(newBallot("two", { token, version: 2, arrivedAt: 5000 }));
    expect(await states()).toEqual({ counted: 1, late: 1 });
  });

  test("of a hundred parallel writes under one serial one is stored", async () => {
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => write(newBallot("one"))));
    const stored = outcomes.flat().filter((outcome) => outcome === "stored");
    expect(stored).toHaveLength(1);
    expect(await counted()).toEqual([{ unit: "unit-001", answer: "satisfied", count: 1 }]);
  });

  test("a change of state moves the counters with it, there and back", async () => {
    await write(...Array.from({ length: 20 }, (_, index) => newBallot(`ballot ${index}`)));
    for (const state of ["quarantined", "void", "counted", "undrawn", "counted"]) {
      await urn.client.execute({
        sql: "UPDATE ballot SET state = ? WHERE serial < ?",
        args: [state, bytes("ballot 15")],
      });
      expect(await counted()).toEqual(await recounted());
    }
    expect(await states()).toEqual({ counted: 20 });
  });

  test("points are summed with their squares", async () => {
    const cells = (sum: number) => JSON.stringify([["unit-001", "total", "", 1, sum, sum * sum]]);
    await write(newBallot("one", { cells: cells(850) }), newBallot("two", { cells: cells(900) }));
    expect(await rows("SELECT count, sum, sum_of_squares AS squares FROM tally")).toEqual([
      { count: 2, sum: 1750, squares: 850 ** 2 + 900 ** 2 },
    ]);
  });

  test("a ballot is never deleted and never edited", async () => {
    await write(newBallot("one"));
    await expect(urn.client.execute("DELETE FROM ballot")).rejects.toThrow("never deleted");
    await expect(urn.client.execute("UPDATE ballot SET cells = '[]'")).rejects.toThrow(
      "never edited",
    );
  });
});

test("the embedded writer finishes what it accepted when it closes, and takes nothing afterwards", async () => {
  const urn = await openTestUrn("embedded");
  const accepted = [newBallot("one"), newBallot("two")].map((ballot) => urn.writer.write([ballot]));
  const closing = urn.writer.close();
  await expect(urn.writer.write([newBallot("three")])).rejects.toMatchObject({
    code: "overloaded",
  });
  await closing;
  expect((await Promise.all(accepted)).flat()).toMatchObject([
    { outcome: "stored" },
    { outcome: "stored" },
  ]);
});

test("the embedded writer refuses what it cannot queue, and says when to come back", async () => {
  const urn = await openTestUrn("embedded");
  const flood = Array.from({ length: 60 }, (_, index) =>
    urn.writer.write(Array.from({ length: 100 }, (_, inner) => newBallot(`${index}-${inner}`))),
  );
  const settled = await Promise.allSettled(flood);
  const refused = settled.filter(({ status }) => status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({
    reason: { code: "overloaded", particulars: { retryAfterSeconds: 2 } },
  });
  const [{ n } = { n: 0 }] = (await urn.client.execute("SELECT count(*) AS n FROM ballot")).rows;
  expect(n).toBe((settled.length - refused.length) * 100);
  await urn.close();
});
