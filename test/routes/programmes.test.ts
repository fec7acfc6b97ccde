import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { documentOf } from "../support/county.ts";
import { pages, problemOf, read } from "../support/reading.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const Findings = z.looseObject({ findings: z.array(z.unknown()) });

const counties = [
  "dianjiang-dianping",
  "haifeng-ten-thousand",
  "neixiang-per-visit",
  "pingyang-thousand",
  "yanshan-hard-to-deal",
];

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
});
afterAll(() => api.close());

const upload = (document: unknown) => api.asOrganiser("POST", "/v1/programmes", document);
const addressOf = ({ id, version }: { id: string; version: string }) =>
  `/v1/programmes/${id}/versions/${version}`;

test.each(counties)("%s is kept, and the document comes back as it was sent", async (county) => {
  const document = documentOf(county);
  const answer = await upload(document);
  expect(answer.status).toBe(201);
  const summary = await answer.json();
  expect(summary).toMatchObject({ id: county, title: document.title, county: document.county });
  expect(await read(api.request("GET", addressOf(summary)))).toEqual(document);
});

test("the hash is the one of the document in canonical JSON, however its fields were ordered", async () => {
  const { title, language, ...others } = documentOf("dianjiang-dianping");
  const rest = { ...others, version: "order" };
  const one = await (await upload({ language, title, ...rest })).json();
  const other = await (await upload({ title, ...rest, language })).json();
  expect(other).toEqual(one);
  const canonical = JSON.stringify(sorted({ title, language, ...rest }));
  expect(one.sha256).toBe(createHash("sha256").update(canonical).digest("hex"));
});

test("a version never changes: the same again is the same, another under its number is refused", async () => {
  const document = { ...documentOf("neixiang-per-visit"), version: "fixed" };
  const first = await (await upload(document)).json();
  expect(await (await upload(document)).json()).toEqual(first);
  const refused = await upload({ ...document, acceptDays: 99 });
  expect(refused.status).toBe(409);
  expect(await problemOf(refused)).toMatchObject({
    code: "programme_version_exists",
    existing: "neixiang-per-visit/fixed",
  });
  expect(await read(api.request("GET", addressOf(first)))).toEqual(document);
});

test("of many who upload different documents under one version at once, one wins and the others are told", async () => {
  const document = { ...documentOf("neixiang-per-visit"), version: "race" };
  const answers = await Promise.all(
    [15, 16, 17, 18].map((acceptDays) => upload({ ...document, acceptDays })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
});

test("what cannot run is refused with a pointer to each error, and not kept", async () => {
  const document = { ...documentOf("yanshan-hard-to-deal"), version: "broken" };
  const refused = await upload({ ...document, timeZone: "Asia/Nowhere" });
  expect(refused.status).toBe(422);
  expect(await problemOf(refused)).toMatchObject({
    code: "programme_invalid",
    errors: [{ pointer: "/timeZone" }],
  });
  const address = "/v1/programmes/yanshan-hard-to-deal/versions/broken";
  expect((await problemOf(await api.request("GET", address))).code).toBe("unknown_programme");
});

test("what is no programme at all is refused by its shape", async () => {
  const refused = await upload({ ...documentOf("yanshan-hard-to-deal"), colour: "red", pools: [] });
  expect(refused.status).toBe(422);
  const { code, errors } = await problemOf(refused);
  expect([code, errors?.map(({ pointer }) => pointer).sort()]).toEqual([
    "invalid_body",
    ["/colour", "/pools"],
  ]);
});

test("a document that has no canonical form is refused", async () => {
  const document = documentOf("neixiang-per-visit");
  const refused = await upload({ ...document, title: { zh: "\ud800", en: "half" } });
  expect([refused.status, (await problemOf(refused)).code]).toEqual([400, "malformed_json"]);
});

test("anybody may check a document without a credential: doubtful, broken or no programme at all", async () => {
  const lint = async (json: unknown) =>
    (await read(api.request("POST", "/v1/programmes/lint", { json }), Findings)).findings;
  const before = await pages(api, "/v1/programmes?limit=1000");
  expect(await lint(documentOf("haifeng-ten-thousand"))).toContainEqual(
    expect.objectContaining({ severity: "warning", code: "weights_not_one" }),
  );
  expect(
    await lint({ ...documentOf("yanshan-hard-to-deal"), timeZone: "Asia/Nowhere" }),
  ).toContainEqual(expect.objectContaining({ severity: "error", pointer: "/timeZone" }));
  for (const nonsense of [null, [], "x", { language: 2 }])
    expect((await lint(nonsense))[0]).toMatchObject({ severity: "error", code: "shape" });
  expect(await pages(api, "/v1/programmes?limit=1000")).toEqual(before);
});

test("checking a document is bounded: more than 262,144 characters are refused", async () => {
  const refused = await api.request("POST", "/v1/programmes/lint", {
    json: { notes: "x".repeat(256 * 1024) },
  });
  expect([refused.status, (await problemOf(refused)).code]).toEqual([413, "too_large"]);
});

test("programmes are listed by id and version, page after page", async () => {
  const keys = (await pages(api, "/v1/programmes?limit=2")).map(
    (row) => `${row.id}/${"version" in row ? row.version : ""}`,
  );
  expect(keys.length).toBeGreaterThan(7);
  expect(keys).toEqual([...new Set(keys)].sort());
});

test("a reader who holds the document is answered 304, for it never changes", async () => {
  const address = "/v1/programmes/neixiang-per-visit/versions/2020";
  const first = await api.request("GET", address);
  expect(first.headers.get("cache-control")).toContain("immutable");
  const again = await api.request("GET", address, {
    headers: { "if-none-match": first.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

/** Members in the order of RFC 8785, as far as these documents need it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}
