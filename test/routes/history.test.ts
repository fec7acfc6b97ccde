import { afterEach, beforeEach, expect, test } from "vitest";
import { HistoryRow } from "../../schema/contract/result-shapes.ts";
import { documentOf } from "../support/county.ts";
import { reported, section } from "../support/past.ts";
import { read } from "../support/reading.ts";
import { listOf, Results, RoundFigures, Stated } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  const agencies = ["agency-01", "agency-02"].map((id) => ({ id, name: `局 ${id}` }));
  const units = [
    section("unit-1", { pool: "service" }),
    section("unit-2", { pool: "service", agency: "agency-02" }),
  ];
  await read(api.asOrganiser("POST", "/v1/imports/units", { agencies, units }));
  await read(api.asOrganiser("POST", "/v1/programmes", documentOf("dianjiang-dianping")));
  api.clock.set("2025-01-10T09:00:00+08:00");
});
afterEach(() => api.close());

/** A quarter, from draft to its first publication: the ratings of each unit, by level. */
async function publishQuarter(quarter: number, ratings: Record<string, string>): Promise<void> {
  const month = String(quarter * 3).padStart(2, "0");
  const id = `quarter-${quarter}`;
  const on = `2022-${month}-01`;
  const dates = { from: on, to: `2022-${month}-30`, acceptsUntil: "2025-02-01T00:00:00+08:00" };
  const round = { id, programme: "dianjiang-dianping", version: "2022", ...dates };
  await read(api.asOrganiser("POST", "/v1/rounds", round));
  await read(api.asOrganiser("POST", `/v1/rounds/${id}/open`));
  const items = Object.keys(ratings).map((unit) => ({ unit, on, visits: 40 }));
  await read(api.asOrganiser("PUT", "/v1/visit-counts", { items }));
  const ballots = Object.entries(ratings).flatMap(([unit, level]) =>
    Array.from({ length: 12 }, () =>
      reported({
        instrument: "rating",
        group: "people-served",
        channel: "phone",
        on,
        answers: { kind: "levels", unit, level },
      }),
    ),
  );
  const { results } = await read(
    api.asOrganiser("POST", `/v1/rounds/${id}/ballots`, { ballots }),
    Results,
  );
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set([201]));
  const early = { role: "Office", reason: "All is in." };
  await read(api.asOrganiser("POST", `/v1/rounds/${id}/close`, { early }));
  expect((await read(api.asOrganiser("POST", `/v1/rounds/${id}/publish`, {}), Stated)).state).toBe(
    "preliminary",
  );
}

const goldOf = async (round: string) => {
  const { awards } = await read(api.request("GET", `/v1/rounds/${round}/results`), RoundFigures);
  return awards.find(({ id }) => id === "gold-title")?.holders;
};

test("what a round published is the history of the next: three clean quarters earn the title", async () => {
  const levels = levelsOf();
  await publishQuarter(1, { "unit-1": levels.best, "unit-2": levels.best });
  await publishQuarter(2, { "unit-1": levels.best, "unit-2": levels.worst });
  expect(await goldOf("quarter-2")).toEqual([]);
  await publishQuarter(3, { "unit-1": levels.best, "unit-2": levels.best });
  expect(await goldOf("quarter-3")).toMatchObject([{ recipient: "agency", id: "agency-01" }]);

  const { items } = await read(api.request("GET", "/v1/units/unit-1/history"), listOf(HistoryRow));
  expect(items.map(({ round }) => round)).toEqual(["quarter-3", "quarter-2", "quarter-1"]);
  const published = await read(
    api.asOrganiser("POST", "/v1/rounds/quarter-1/publish", { to: "published" }),
    Stated,
  );
  expect(published.state).toBe("published");
});

function levelsOf(): { best: string; worst: string } {
  const { instruments } = documentOf("dianjiang-dianping");
  const [form] = Array.isArray(instruments) ? instruments : [];
  return { best: form.levels.at(0).id, worst: form.levels.at(-1).id };
}
