import { expect, test, vi } from "vitest";
import {
  castBallot,
  createRound,
  createWanping,
  getUnit,
  listUnits,
  NoAnswerError,
  NotModified,
  newSerial,
  ProblemError,
  type WanpingSettings,
} from "../../sdk/index.ts";
import { createVirtualClock } from "./support/clock.ts";
import { brokenOff, createScript, problem } from "./support/script.ts";

const page = () => Response.json({ items: [] });
const reset = () => new TypeError("fetch failed");
const draft = {
  id: "neixiang-2020-06",
  programme: "neixiang-per-visit",
  version: "2020",
  from: "2020-06-01",
  to: "2020-06-30",
};
const ballot = () => ({
  serial: newSerial(),
  programme: "neixiang-per-visit",
  instrument: "window-rating",
  ratedAt: "2020-06-03T09:30:00+08:00",
  answers: { kind: "levels", unit: "unit-012", level: "satisfied" } as const,
});

function createClient(
  script: ReturnType<typeof createScript>,
  settings: Partial<WanpingSettings> = {},
) {
  const clock = createVirtualClock();
  const client = createWanping({
    baseUrl: "https://wanping.example",
    fetch: script.fetch,
    clock,
    random: () => 0.5,
    ...settings,
  });
  return { client, clock };
}

function createAbort() {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    abort: () => controller.abort(new Error("closing time")),
  };
}

/** What a call throws; a call that succeeds is the test's failure. */
async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => expect.unreachable("the call succeeded"),
    (error: unknown) => error,
  );
}

test("a read is repeated after a busy answer and after a lost one, with doubling bounds and full jitter", async () => {
  const script = createScript(problem("internal"), reset(), problem("overloaded"), page());
  const { client, clock } = createClient(script);
  expect(await listUnits({ client })).toEqual({ items: [] });
  expect(script.requests).toHaveLength(4);
  expect(clock.slept).toEqual([250, 500, 1000]);
});

test.each([
  ["seconds", "3", 3250],
  ["an HTTP date", "Mon, 01 Jun 2020 01:00:07 GMT", 7250],
  ["too many seconds: the cap holds", "86400", 20_000],
  ["nonsense: jitter alone", "soon", 250],
])("Retry-After in %s is honoured", async (_, header, waited) => {
  const script = createScript(problem("overloaded", { "retry-after": header }), page());
  const { client, clock } = createClient(script);
  await listUnits({ client });
  expect(clock.slept).toEqual([waited]);
});

test("a date in Retry-After counts by the clock of the server that wrote it, however wrong ours is", async () => {
  const headers = {
    date: "Mon, 01 Jun 2020 05:00:00 GMT",
    "retry-after": "Mon, 01 Jun 2020 05:00:07 GMT",
  };
  const script = createScript(problem("overloaded", headers), page());
  const { client, clock } = createClient(script);
  await listUnits({ client });
  expect(clock.slept).toEqual([7250]);
});

test("attempts end: the last refusal is thrown, whole", async () => {
  const script = createScript(...Array.from({ length: 4 }, () => problem("storage_failed")));
  const error = await thrownBy(listUnits({ client: createClient(script).client }));
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({
    code: "storage_failed",
    status: 503,
    retry: "later",
    errors: [],
    requestId: "request-1",
  });
  expect(String(error)).toContain("Keep the ballot and try again later");
  expect(script.requests).toHaveLength(4);
});

test("a ballot keeps its serial and its bytes through every attempt", async () => {
  const receipt = { serial: newSerial(), round: "r", state: "counted", commitment: "c".repeat(43) };
  const stored = Response.json(receipt, { status: 201 });
  const script = createScript(reset(), problem("overloaded"), brokenOff(), stored);
  const body = ballot();
  const { client } = createClient(script, { token: "token" });
  expect(await castBallot({ client, body })).toEqual(receipt);
  expect(script.requests.map((request) => request.body)).toEqual(
    Array.from({ length: 4 }, () => JSON.stringify(body)),
  );
});

test("what could take effect twice is not repeated, and the error says so", async () => {
  const script = createScript(reset());
  const { client } = createClient(script, { token: "token" });
  const error = await thrownBy(createRound({ client, body: draft }));
  expect(error).toBeInstanceOf(NoAnswerError);
  expect(error).toMatchObject({ repeatable: false, attempts: 1 });
  expect(script.requests).toHaveLength(1);
});

test("what was turned away at the door is repeated, whatever it is", async () => {
  const script = createScript(
    problem("too_many_requests", { "retry-after": "1" }),
    Response.json({ ...draft, state: "draft" }, { status: 201 }),
  );
  const { client } = createClient(script, { token: "token" });
  expect(await createRound({ client, body: draft })).toMatchObject({ state: "draft" });
});

test("a conflict that time alone may solve is left to the caller", async () => {
  const script = createScript(problem("round_not_open"));
  const { client } = createClient(script, { token: "token" });
  const error = await thrownBy(castBallot({ client, body: ballot() }));
  expect(error).toMatchObject({ code: "round_not_open", retry: "later" });
});

test("silence ends: each attempt has a time-out, all together a deadline", async () => {
  const script = createScript("silence", "silence", "silence", "silence");
  const { client, clock } = createClient(script, { timeoutMs: 1000, deadlineMs: 2500 });
  const started = clock.now();
  const error = await thrownBy(listUnits({ client }));
  expect(error).toBeInstanceOf(NoAnswerError);
  expect(error).toMatchObject({ attempts: 2, repeatable: true });
  expect(clock.now() - started).toBeLessThanOrEqual(2500);
});

test("the caller's signal ends an attempt or a wait at once, with the caller's reason", async () => {
  const { signal, abort } = createAbort();
  const attempt = listUnits({ client: createClient(createScript("silence")).client, signal });
  abort();
  expect(String(await thrownBy(attempt))).toContain("closing time");

  const later = createAbort();
  const random = () => {
    later.abort();
    return 0.5;
  };
  const script = createScript(problem("overloaded"));
  const { client, clock } = createClient(script, { random });
  const wait = listUnits({ client, signal: later.signal });
  expect(String(await thrownBy(wait))).toContain("closing time");
  expect(clock.slept).toEqual([]);
});

test("an answer that breaks off halfway is asked for again", async () => {
  const script = createScript(brokenOff(), page());
  expect(await listUnits({ client: createClient(script).client })).toEqual({ items: [] });
});

test("the login page of a network is no answer", async () => {
  const login = new Response("<html>Sign in</html>", { headers: { "content-type": "text/html" } });
  const { client } = createClient(createScript(login));
  const error = await thrownBy(listUnits({ client }));
  expect(error).toMatchObject({ code: "unreadable_answer", status: 200 });
});

test("a conditional request that finds nothing new says so by its own class", async () => {
  const script = createScript(new Response(null, { status: 304, headers: { etag: '"1"' } }));
  const { client } = createClient(script);
  const call = getUnit({ client, path: { unit: "unit-012" }, headers: { "if-none-match": '"1"' } });
  const error = await thrownBy(call);
  expect(error).toBeInstanceOf(NotModified);
  expect(script.requests[0]?.headers.get("if-none-match")).toBe('"1"');
});

test("a refused token is renewed once, a revoked credential never", async () => {
  const renewed: string[] = [];
  const token = {
    token: async () => "old",
    renew: async (refused: string) => {
      renewed.push(refused);
      return "new";
    },
  };
  const script = createScript(
    problem("unauthenticated"),
    problem("unauthenticated"),
    problem("credential_revoked"),
  );
  const { client } = createClient(script, { token });
  const first = await thrownBy(castBallot({ client, body: ballot() }));
  expect(first).toMatchObject({ code: "unauthenticated" });
  expect(script.requests.map(({ headers }) => headers.get("authorization"))).toEqual([
    "Bearer old",
    "Bearer new",
  ]);
  const second = await thrownBy(castBallot({ client, body: ballot() }));
  expect(second).toMatchObject({ code: "credential_revoked", retry: "never" });
  expect(renewed).toEqual(["old"]);
});

test("a public read never carries the token", async () => {
  const script = createScript(page());
  await listUnits({ client: createClient(script, { token: "secret" }).client });
  expect(script.requests[0]?.headers.get("authorization")).toBeNull();
});

test("an answer is an answer also where a server in the same process has put its own Response in the platform's place", async () => {
  const script = createScript(page());
  const { client } = createClient(script);
  vi.stubGlobal("Response", class extends Response {});
  const units = await listUnits({ client }).finally(() => vi.unstubAllGlobals());
  expect(units).toEqual({ items: [] });
  expect(script.requests).toHaveLength(1);
});
