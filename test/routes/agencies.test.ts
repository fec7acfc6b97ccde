import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
});
afterAll(() => api.close());

test("an agency put twice is one agency, and everybody can read it", async () => {
  for (const _ of [1, 2]) {
    const put = await api.asOrganiser("PUT", "/v1/agencies/agency-01", { name: "县发改局" });
    expect(put.status).toBe(200);
  }
  const read = await api.request("GET", "/v1/agencies/agency-01");
  expect(await read.json()).toEqual({ id: "agency-01", name: "县发改局" });
});

test("pages of agencies follow one another without gap or repetition", async () => {
  for (const number of [2, 3, 4, 5])
    await api.asOrganiser("PUT", `/v1/agencies/agency-0${number}`, { name: "局" });
  const ids: string[] = [];
  let path: string | undefined = "/v1/agencies?limit=2";
  while (path) {
    const response: Response = await api.request("GET", path);
    const page: { items: { id: string }[] } = await response.json();
    ids.push(...page.items.map(({ id }) => id));
    path = /<(.+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
  }
  expect(ids).toEqual(["agency-01", "agency-02", "agency-03", "agency-04", "agency-05"]);
});

test("nobody changes an agency without an organiser's token", async () => {
  const refused = await api.request("PUT", "/v1/agencies/agency-01", { json: { name: "x" } });
  expect(refused.status).toBe(401);
  expect((await (await api.request("GET", "/v1/agencies/agency-01")).json()).name).toBe("县发改局");
});

test("an unknown field is refused with a pointer to it", async () => {
  const refused = await api.asOrganiser("PUT", "/v1/agencies/agency-01", {
    name: "x",
    colour: "red",
  });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    code: "invalid_body",
    errors: [{ pointer: "/colour", code: "unknown_field" }],
  });
});

test("an agency that nobody put is unknown", async () => {
  const answer = await api.request("GET", "/v1/agencies/agency-99");
  expect([answer.status, (await answer.json()).code]).toEqual([404, "unknown_agency"]);
});
