import { afterEach, beforeEach, expect, test } from "vitest";
import {
  each,
  getUnit,
  importUnits,
  listUnits,
  ProblemError,
  type Unit,
  withResponse,
} from "../../sdk/index.ts";
import { createSdkApp, type SdkApp } from "./support/app.ts";

let api: SdkApp;
beforeEach(async () => {
  api = await createSdkApp();
});
afterEach(() => api.close());

const extra = Array.from({ length: 250 }, (_, index) => ({
  id: `window-${index + 1}`,
  validFrom: "2020-01-01",
  agency: "agency-01",
  name: `窗口 ${index + 1}`,
  pool: "window",
}));

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

test("a walk over a list of several pages meets every item once, with the filter kept", async () => {
  await importUnits({ client: api.organiser, body: { units: extra } });
  const all = await collect(each(listUnits, { client: api.client, query: { limit: "100" } }));
  expect(new Set(all.map(({ id }: Unit) => id)).size).toBe(253);
  expect(all).toHaveLength(253);
  const query = { agency: "agency-01", q: "窗口 1", limit: "20" };
  const some = await collect(each(listUnits, { client: api.client, query }));
  expect(some.every(({ name }) => name.includes("窗口 1"))).toBe(true);
  expect(some).toHaveLength(extra.filter(({ name }) => name.includes("窗口 1")).length);
});

test("a walk that ends early asks for no further page", async () => {
  await importUnits({ client: api.organiser, body: { units: extra } });
  let requests = 0;
  const counting: typeof fetch = (input, init) => {
    requests += 1;
    return api.settings.fetch(input, init);
  };
  const query = { limit: "10" };
  for await (const unit of each(listUnits, { client: api.client, query, fetch: counting })) {
    expect(unit.id).toBeTruthy();
    break;
  }
  expect(requests).toBe(1);
});

test("the raw response is at hand where it is wanted", async () => {
  const { data, response } = await withResponse(listUnits, {
    client: api.client,
    query: { limit: "1" },
  });
  expect(data.items).toHaveLength(1);
  expect(response.status).toBe(200);
  expect(response.headers.get("link")).toContain('rel="next"');
});

test("a refusal carries code, pointers, advice and the raw response, in the language asked for", async () => {
  const query = { limit: "0" };
  const error = await listUnits({ client: api.client, query }).catch((reason: unknown) => reason);
  if (!(error instanceof ProblemError)) throw error;
  expect(error).toMatchObject({ code: "invalid_parameter", status: 400, retry: "after-fix" });
  expect(error.errors).toMatchObject([{ pointer: "#/query/limit" }]);
  expect(error.message).toContain("parameter");
  expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(error.response?.headers.get("content-type")).toContain("problem+json");

  const headers = { "accept-language": "zh-CN" };
  const path = { unit: "nowhere" };
  const chinese = await getUnit({ client: api.client, path, headers }).catch((it: unknown) => it);
  expect(String(chinese)).toContain("没有这个单位");
});
