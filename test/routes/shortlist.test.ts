import { afterEach, beforeEach, expect, test } from "vitest";
import { inRegistry } from "../support/june.ts";
import { closePast, openPast, pingyang, post, report, reported, section } from "../support/past.ts";
import { problemOf, read } from "../support/reading.ts";
import { Results, RoundFigures, Shortlist, UnitFigures } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const ids = Array.from({ length: 24 }, (_, index) => `unit-${index + 1}`);
let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  const units = ids.map((id) => section(id, { pool: "midlevel" }));
  await openPast(api, { ...pingyang, units });
});
afterEach(() => api.close());

/** Every unit a little worse than the one before, in both halves. */
const daily = () =>
  ids.flatMap((unit, place) =>
    ["2020-05-05", "2020-09-05"].flatMap((on) =>
      Array.from({ length: 30 }, (_, index) =>
        reported({
          instrument: "satisfaction",
          group: "service-objects",
          channel: "phone",
          on,
          answers: { kind: "levels", unit, level: index < place ? "dissatisfied" : "satisfied" },
        }),
      ),
    ),
  );
/** Marks of every unit by its agency, over the tiers. */
const marks = () => ({
  entries: ids.map((unit, index) => ({
    id: `mark-${unit}`,
    unit,
    assessor: "agency",
    points: index < 8 ? 4 : index < 16 ? 3 : 2,
    on: "2020-11-05",
    role: "Agency",
    reason: "By the year's work.",
  })),
});
const vote = (best: string[], worst: string[]) =>
  reported({
    instrument: "vote",
    group: "voters-served",
    channel: "web",
    on: "2020-11-20",
    answers: { kind: "best-and-worst", best, worst },
  });

test("the shortlist is fixed once, by what is counted then, and votes are judged by it", async () => {
  const early = await read(
    post(api, "/ballots", { ballots: [vote(ids.slice(0, 10), ids.slice(10, 20))] }),
    Results,
  );
  expect(early.results[0]?.problem?.errors[0]?.code).toBe("not_shortlisted");

  await report(api, daily());
  await read(post(api, "/ledgers/supervisors/entries", marks()));
  const fixed = await read(post(api, "/shortlist"), Shortlist);
  const listed = fixed.lists.flatMap(({ units }) => units);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.length).toBeGreaterThanOrEqual(20);

  const first = ids.filter((id) => listed.includes(id));
  await report(
    api,
    Array.from({ length: 12 }, () => vote(first.slice(0, 10), first.slice(-10))),
  );
  const wrong = await read(
    post(api, "/ballots", { ballots: [vote(first.slice(0, 9), first.slice(-10))] }),
    Results,
  );
  expect(wrong.results[0]?.problem?.errors[0]?.code).toBe("wrong_number");
  expect(await read(post(api, "/shortlist"))).toEqual(fixed);

  await closePast(api);
  expect((await problemOf(await post(api, "/shortlist"))).code).toBe("round_state");
  await read(post(api, "/publish"));
  const best = await read(api.request("GET", "/v1/rounds/past/results/units/unit-1"), UnitFigures);
  expect(best.total?.status).toBe("shown");
  expect(best.lists).toHaveLength(1);
  const published = await read(api.request("GET", "/v1/rounds/past/results"), RoundFigures);
  expect(published.lists.map(({ units }) => units.length)).toEqual(
    fixed.lists.map(({ units }) => units.length),
  );
});

test("the database itself refuses to change or drop a decision", async () => {
  await read(post(api, "/shortlist"));
  for (const sql of ["UPDATE decision SET document = '{}'", "DELETE FROM decision"]) {
    await expect(inRegistry(api, sql)).rejects.toThrow(/never/);
  }
});
