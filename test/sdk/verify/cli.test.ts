import { afterEach, beforeEach, expect, test } from "vitest";
import { runVerify, type VerifySettings } from "../../../sdk/verify/cli.ts";
import { publishHaifeng } from "../../support/haifeng.ts";
import { createTestApp, type TestApp } from "../../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  await publishHaifeng(api);
});
afterEach(() => api.close());

/** Runs the command against the real app; `change` is somebody on the way. */
async function run(
  settings: Partial<VerifySettings> = {},
  change: (response: Response, path: string) => Response | Promise<Response> = (response) =>
    response,
) {
  const lines: string[] = [];
  const code = await runVerify({
    baseUrl: "http://localhost",
    round: "past",
    language: "en",
    write: (line) => lines.push(line),
    fetch: async (address) => {
      const { pathname, search } = new URL(address);
      return change(await api.request("GET", pathname + search), pathname);
    },
    ...settings,
  });
  return { code, text: lines.join("\n") };
}

test("an honest round ends with code 0, a line for each unit and a summary", async () => {
  const { code, text } = await run();
  expect(code).toBe(0);
  expect(text).toMatch(/^identical +unit-1 /m);
  expect(text).toMatch(/^past, release 1: units 3 identical, 0 different, 0 withheld$/m);
  expect(text).toMatch(/identical among those that can be recomputed 100\.00%$/);
});

test("the same in Chinese, and as JSON with every check", async () => {
  const chinese = await run({ language: "zh" });
  expect(chinese.text).toMatch(/^一致 +unit-1 /m);
  expect(chinese.text).toContain("可复算的数字中一致 100.00%");
  const { text, code } = await run({ json: true });
  const report = JSON.parse(text);
  expect(code).toBe(0);
  expect(report).toMatchObject({ round: "past", release: 1, counts: { different: 0 } });
  expect(report.units[0].checks).toContainEqual(
    expect.objectContaining({ figure: "total", verdict: "identical" }),
  );
});

test("bytes that are not what their hash says, or come without one, are refused with code 2", async () => {
  const broken = await run({}, async (response, path) =>
    path.endsWith("tallies.ndjson")
      ? new Response(`${await response.text()}\n`, { headers: response.headers })
      : response,
  );
  expect(broken).toMatchObject({ code: 2, text: expect.stringContaining("tallies.ndjson") });
  expect(broken.text).toContain("is not what its hash says");
  const bare = await run({}, async (response) => new Response(await response.text()));
  expect(bare).toMatchObject({ code: 2, text: expect.stringContaining("without a hash") });
});

test("a figure that was changed with its hash ends with code 1 and is named", async () => {
  const { code, text } = await run({}, async (response, path) => {
    if (!path.endsWith("units.ndjson")) return response;
    const changed = (await response.text()).replace(/("rank":\{"status":"shown","value":)1/, "$12");
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(changed));
    const headers = new Headers(response.headers);
    headers.set("etag", `"${Buffer.from(digest).toString("hex")}"`);
    return new Response(changed, { headers });
  });
  expect(code).toBe(1);
  expect(text).toMatch(/^different +unit-\d/m);
  expect(text).toContain("rank: published 2");
});

test("a round that is not published, or a service that is not there, ends with code 2 and one line", async () => {
  const unknown = await run({ round: "never" });
  expect(unknown).toMatchObject({ code: 2, text: expect.stringContaining("404") });
  const down = await run({ fetch: () => Promise.reject(new Error("connection refused")) });
  expect(down.code).toBe(2);
  expect(down.text.split("\n")).toHaveLength(1);
});

test("files that are no result are told from a result that differs", async () => {
  const { code, text } = await run({}, async (response, path) => {
    if (!path.includes("/programmes/")) return response;
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("{}"));
    return new Response("{}", {
      headers: { etag: `"${Buffer.from(digest).toString("hex")}"` },
    });
  });
  expect(code).toBe(2);
  expect(text).toContain("cannot be recomputed");
});
