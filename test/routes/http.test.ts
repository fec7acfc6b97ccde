import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { operations } from "../../schema/openapi.ts";
import { problemOf } from "../support/reading.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await api.asOrganiser("PUT", "/v1/agencies/agency-01", { name: "县发改局" });
});
afterAll(() => api.close());

const isOrganisers = ({ security }: { security?: readonly object[] }) =>
  (security ?? []).some((requirement) => "organiser" in requirement);
const filled = (path: string) => path.replaceAll(/\{\w+\}/g, "x");

test("an address that is not there is a problem like any other, in the reader's language", async () => {
  const answer = await api.request("GET", "/v1/nothing", { headers: { "accept-language": "zh" } });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const problem = await problemOf(answer);
  expect(problem).toMatchObject({ status: 404, code: "not_found", title: "没有这个地址" });
  expect(problem.requestId).toBeTruthy();
});

test.each(operations().map(({ path }) => filled(path)))(
  "%s names its methods to whoever uses another",
  async (path) => {
    const answer = await api.request("PATCH", path);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([405, "method_not_allowed"]);
    const methods = operations()
      .filter((operation) => filled(operation.path) === path)
      .map(({ method }) => method.toUpperCase());
    expect(answer.headers.get("allow")?.split(", ")).toEqual(
      expect.arrayContaining([...methods, "OPTIONS", ...(methods.includes("GET") ? ["HEAD"] : [])]),
    );
  },
);

test("HEAD answers as GET does, without the body", async () => {
  const get = await api.request("GET", "/v1/agencies/agency-01");
  const head = await api.app.request("/v1/agencies/agency-01", { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
  expect((await api.app.request("/v1/agencies/none", { method: "HEAD" })).status).toBe(404);
});

test.each(["/v1/agencies", "/v1/agencies/none", "/v1/nothing", "/health"])(
  "%s is answered with headers that keep browsers from guessing and framing",
  async (path) => {
    const { headers } = await api.request("GET", path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  },
);

test("what is read in public is asked for anew, what an organiser reads is kept nowhere", async () => {
  const cached = async (answer: Promise<Response>) => (await answer).headers.get("cache-control");
  expect(await cached(api.request("GET", "/v1/agencies"))).toBe("no-cache");
  expect(await cached(api.asOrganiser("GET", "/v1/devices"))).toBe("no-store");
  expect(await cached(api.request("GET", "/v1/agencies/none"))).toBe("no-store");
});

const preflight = (method: string, path: string) =>
  api.app.request(path, {
    method: "OPTIONS",
    headers: { origin: "https://paper.example", "access-control-request-method": method },
  });

test.each(
  operations()
    .filter(({ path }) => path.startsWith("/v1"))
    .map((operation) => [operation.operationId ?? "", operation] as const),
)("%s may be used from another origin exactly if no organiser's token opens it", async (_, it) => {
  const answer = await preflight(it.method.toUpperCase(), filled(it.path));
  const allowed = answer.headers.get("access-control-allow-methods")?.split(",") ?? [];
  expect(answer.status).toBe(204);
  expect(allowed.includes(it.method.toUpperCase())).toBe(!isOrganisers(it));
  expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
});

test("a refusal can be read from another origin as well, with the headers that help", async () => {
  const { headers } = await api.request("GET", "/v1/agencies/none");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("access-control-expose-headers")).toContain("Retry-After");
  const { headers: others } = await api.request("GET", "/v1/devices");
  expect(others.get("access-control-allow-origin")).toBeNull();
});

test("a failure nobody foresaw tells the caller nothing, and the log no parameter", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const broken = await createTestApp();
  await broken.store.close();
  const answer = await broken.asOrganiser("PUT", "/v1/agencies/agency-01", { name: "canary" });
  const text = await answer.text();
  const logged = JSON.stringify(log.mock.calls);
  log.mockRestore();
  rmSync(broken.folder, { recursive: true });
  expect(answer.status).toBe(500);
  expect(JSON.parse(text)).toMatchObject({ code: "internal", retry: "later" });
  expect(text + logged).not.toMatch(/canary|insert|sqlite/i);
});

test("a sender that goes away in the middle of its body fills no log", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const body = new ReadableStream({
    pull: (stream) => stream.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" })),
  });
  const init = {
    method: "POST",
    body,
    duplex: "half",
    headers: { "content-type": "application/json" },
  };
  expect((await api.app.request("/v1/enrolments", init)).status).toBe(400);
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

test("half of a character is refused, wherever it stands", async () => {
  const put = (body: string) =>
    api.request("PUT", "/v1/agencies/agency-02", {
      body,
      headers: { "content-type": "application/json", authorization: bearer },
    });
  const bearer = `Bearer ${await api.organiserToken()}`;
  for (const body of [
    '{"name":"\\ud800"}',
    '{"name":"\\udc00\\ud800"}',
    '{"name":"x","\\uDFFF":1}',
  ])
    expect((await problemOf(await put(body))).code).toBe("malformed_json");
  expect((await put('{"name":"\\ud83d\\ude00"}')).status).toBe(200);
  expect((await put('{"name":"\\\\ud800"}')).status).toBe(200);
});
