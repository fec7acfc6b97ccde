import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { castRatings, inRegistry, inUrn, later, openJune, publishJune } from "../support/june.ts";
import { problemOf, read } from "../support/reading.ts";
import { Cells, RoundFigures, Stated, UnitFigures } from "../support/shapes.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

const publish = (json: unknown = {}) => api.asOrganiser("POST", "/v1/rounds/june/publish", json);
const result = (query = "") =>
  read(api.request("GET", `/v1/rounds/june/results${query}`), RoundFigures);
const unit = (id: string) =>
  read(api.request("GET", `/v1/rounds/june/results/units/${id}`), UnitFigures);
const text = async (path: string) =>
  (await api.request("GET", `/v1/rounds/june/results/${path}`)).text();

/** Nine, ten and eleven ratings: either side of the threshold. */
const around = {
  "unit-001": { satisfied: 8, dissatisfied: 1 },
  "unit-002": { satisfied: 9, dissatisfied: 1 },
  "unit-003": { "very-satisfied": 11 },
};

test("a unit with nine ballots shows no figure; with ten and eleven it shows them all", async () => {
  await castRatings(await openJune(api), around);
  await publishJune(api);
  const insufficient = { status: "insufficient", reason: "fewer_than_threshold" };
  const nine = await unit("unit-001");
  expect(nine.n).toEqual(insufficient);
  const figures = [
    ...nine.statistics.map(({ figure }) => figure),
    ...nine.distributions.flatMap(({ answers }) =>
      answers.flatMap(({ count, share }) => [count, share]),
    ),
  ];
  expect(figures.length).toBeGreaterThan(10);
  expect(new Set(figures.map((figure) => JSON.stringify(figure)))).toEqual(
    new Set([JSON.stringify(insufficient)]),
  );

  const ten = await unit("unit-002");
  expect(ten.n).toEqual({ status: "shown", value: 10 });
  expect(ten.statistics).toContainEqual(
    expect.objectContaining({ id: "window-satisfaction", figure: { status: "shown", value: 0.9 } }),
  );
  expect((await unit("unit-003")).n.value).toBe(11);
  expect(await result()).toMatchObject({
    units: { total: 3, shown: 2, insufficient: 1 },
    ballotsShown: 21,
    ballotsByState: [{ state: "counted", atLeast: 20 }],
  });
});

test("no difference of published figures gives away a unit that is not shown", async () => {
  await castRatings(await openJune(api), around);
  await publishJune(api);
  const round = await result();
  const shown = [await unit("unit-002"), await unit("unit-003")];
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  expect(round.ballotsShown).toBe(sum(shown.map(({ n }) => n.value ?? 0)));
  for (const whole of round.statistics) {
    if (whole.n === undefined || whole.id === "coverage") continue;
    const parts = shown.flatMap(({ statistics }) => statistics.filter(({ id }) => id === whole.id));
    if (parts.length === shown.length) expect(whole.n).toBe(sum(parts.map(({ n }) => n ?? 0)));
  }
  const levels = round.distributions.find(({ id }) => id === "window-levels");
  const counted = sum((levels?.answers ?? []).map(({ count }) => count.value ?? 0));
  expect(counted).toBe(21);
  for (const file of ["tallies.csv", "tallies.ndjson"]) {
    expect(await text(file)).not.toContain("unit-001");
  }
  const { items } = await read(api.request("GET", "/v1/rounds/june/results/tallies"), Cells);
  const total = sum(items.map(({ count }) => count.value ?? 0));
  expect(total).toBe(21);
});

test("the rating rate, whose denominator is public, is not shown where the ballots are not", async () => {
  await castRatings(await openJune(api), around);
  const items = Object.keys(around).map((id) => ({ unit: id, on: "2020-06-03", visits: 40 }));
  await read(api.asOrganiser("PUT", "/v1/visit-counts", { items }));
  await publishJune(api);
  const rateOf = async (id: string) =>
    (await unit(id)).statistics.find(({ id: it }) => it === "window-rated")?.figure;
  expect((await rateOf("unit-001"))?.value).toBeUndefined();
  expect(await rateOf("unit-002")).toEqual({ status: "shown", value: 0.25 });
});

test("nothing is published of a round that is not closed, and nothing may be read of it", async () => {
  await openJune(api);
  expect((await problemOf(await publish())).code).toBe("round_state");
  const read = await api.request("GET", "/v1/rounds/june/results");
  expect((await problemOf(read)).code).toBe("not_published");
});

test("publishing again gives the same release, to the byte", async () => {
  await castRatings(await openJune(api), around);
  await publishJune(api);
  const before = await api.store.releases.hashes("june", 1);
  const bytes = await text("units.csv");
  api.clock.set("2020-08-02T09:00:00+08:00");
  expect((await read(publish(), Stated)).state).toBe("published");
  expect((await api.store.releases.newest("june"))?.number).toBe(1);
  expect(await api.store.releases.hashes("june", 1)).toEqual(before);
  expect(await text("units.csv")).toBe(bytes);
});

test("a release reads the same after a restart, and every hash is that of its bytes", async () => {
  await castRatings(await openJune(api), around);
  await publishJune(api);
  const paths = ["units.csv", "units.excel.csv", "units.ndjson", "tallies.csv", "tallies.ndjson"];
  const addresses = ["", "/units/unit-001", "/units/unit-003", ...paths.map((path) => `/${path}`)];
  const readAll = (app: TestApp) =>
    Promise.all(
      addresses.map(async (address) => {
        const answer = await app.request("GET", `/v1/rounds/june/results${address}`);
        const bytes = Buffer.from(await answer.arrayBuffer());
        const hash = createHash("sha256").update(bytes).digest("hex");
        expect(answer.headers.get("etag")).toBe(`"${hash}"`);
        return bytes.toString("base64");
      }),
    );
  const first = await readAll(api);
  expect(await readAll(api)).toEqual(first);
  await api.store.close();
  api = await createTestApp({ folder: api.folder });
  expect(await readAll(api)).toEqual(first);
});

test("a ballot that is changed in the urn after closing stops the publication", async () => {
  await castRatings(await openJune(api), around);
  api.clock.set(later);
  await read(api.asOrganiser("POST", "/v1/rounds/june/close", {}));
  await inUrn(api, `UPDATE ballot SET answers = replace(answers, 'very-satisfied', 'satisfied')`);
  const refused = await problemOf(await publish());
  expect(refused.code).toBe("recount_differs");
  expect((await api.request("GET", "/v1/rounds/june/results")).status).toBe(404);
});

test("changed figures are published only with a reason, beside the release that they correct", async () => {
  await castRatings(await openJune(api), around);
  await publishJune(api);
  const old = await text("units.csv");
  await inUrn(
    api,
    `UPDATE ballot SET state = 'void' WHERE serial IN
      (SELECT serial FROM ballot WHERE answers LIKE '%unit-003%' LIMIT 1)`,
  );
  expect((await problemOf(await publish())).code).toBe("correction_unexplained");
  expect((await result()).release).toBe(1);

  const correction = { role: "Appraisal office", reason: "An appeal was upheld." };
  await read(publish({ correction }));
  expect(await result()).toMatchObject({ release: 2, correction });
  // One ballot fewer: shown again, it would be told apart from the release before.
  expect((await unit("unit-003")).n.status).toBe("insufficient");
  expect(await text("units.csv?release=1")).toBe(old);
  const newest = await api.request("GET", "/v1/rounds/june/results");
  expect(newest.headers.get("link")).toBe(
    '</v1/rounds/june/results?release=1>; rel="predecessor-version"',
  );
  await read(publish());
  expect((await result()).release).toBe(2);
});

test("states follow the programme: forwards, by name, and never by repetition", async () => {
  await castRatings(await openJune(api), around);
  await publishJune(api);
  expect((await problemOf(await publish({ to: "preliminary" }))).code).toBe("round_state");
  expect((await read(publish({ to: "final" }), Stated)).state).toBe("final");
  expect((await result()).release).toBe(2);
  expect((await problemOf(await publish({ to: "published" }))).code).toBe("round_state");
  expect((await read(publish(), Stated)).state).toBe("final");
});

test("what an interrupted publication left behind is never read, and the next one replaces it", async () => {
  await castRatings(await openJune(api), around);
  api.clock.set(later);
  await read(api.asOrganiser("POST", "/v1/rounds/june/close", {}));
  const { publication } = api.store;
  const revision = (await api.store.rounds.find("june"))?.revision ?? 0;
  const claim = await publication.claim("june", 1, revision);
  if (!claim) throw new Error("no claim");
  const bytes = new TextEncoder().encode("half a release");
  const file = { path: "round", mediaType: "application/json", bytes, sha256: "0".repeat(64) };
  await publication.stage(claim, [file, { ...file, path: "units/unit-777" }]);
  expect((await api.request("GET", "/v1/rounds/june/results")).status).toBe(404);

  await read(publish());
  expect(await result()).toMatchObject({ release: 1, ballotsShown: 21 });
  expect((await api.request("GET", "/v1/rounds/june/results/units/unit-777")).status).toBe(404);
});

test("of two who publish at once, one loses its claim before anything of it can be read", async () => {
  await openJune(api);
  api.clock.set(later);
  await read(api.asOrganiser("POST", "/v1/rounds/june/close", {}));
  const { publication, rounds } = api.store;
  const revision = (await rounds.find("june"))?.revision ?? 0;
  const first = await publication.claim("june", 1, revision);
  const second = await publication.claim("june", 1, revision + 1);
  if (!first || !second) throw new Error("no claim");
  expect(await publication.claim("june", 1, revision)).toBeUndefined();
  const file = { mediaType: "text/csv", bytes: new Uint8Array([1]), sha256: "0".repeat(64) };
  await expect(publication.stage(first, [{ ...file, path: "a" }])).rejects.toThrow();
  const row = { round: "june", number: 1, reason: null, publishedAt: 0, outcome: "{}" };
  await expect(publication.seal(first, { ...row, state: "published" })).rejects.toThrow();
  expect(await api.store.releases.newest("june")).toBeUndefined();
});

test("several requests to publish at once make one release", async () => {
  await castRatings(await openJune(api), around);
  api.clock.set(later);
  await read(api.asOrganiser("POST", "/v1/rounds/june/close", {}));
  const answers = await Promise.all([publish(), publish(), publish()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await api.store.releases.newest("june"))?.number).toBe(1);
});

test("the database itself refuses to change what is published", async () => {
  await castRatings(await openJune(api), around);
  await publishJune(api);
  for (const sql of [
    "UPDATE release_file SET bytes = x'00'",
    "DELETE FROM release_file",
    "INSERT INTO release_file VALUES ('june', 1, 'more', 'text/plain', x'00', '')",
    "UPDATE release SET state = 'final'",
    "DELETE FROM release",
  ]) {
    await expect(inRegistry(api, sql)).rejects.toThrow(/immutable/);
  }
});

test("only an organiser publishes", async () => {
  const device = await openJune(api);
  const json = {};
  expect((await api.request("POST", "/v1/rounds/june/publish", { json })).status).toBe(401);
  expect((await device.send("POST", "/v1/rounds/june/publish", json)).status).toBe(403);
  const unknown = await api.asOrganiser("POST", "/v1/rounds/july/publish", {});
  expect((await problemOf(unknown)).code).toBe("unknown_round");
});
