import { afterEach, beforeEach, expect, test } from "vitest";
import { enrolDevice, rating } from "../support/device.ts";
import { seedRounds } from "../support/seed.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
let device: Awaited<ReturnType<typeof enrolDevice>>;
beforeEach(async () => {
  api = await createTestApp();
  await seedRounds(api.folder);
  device = await enrolDevice(api, "device-01");
});
afterEach(() => api.close());

const faultsOf = async (answer: Promise<Response>) => {
  const { errors = [] }: { errors?: { pointer: string; code: string }[] } = await (
    await answer
  ).json();
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
};

test("what is there in another type is not called missing, and what is missing is", async () => {
  const { ratedAt, ...undated } = rating();
  expect(await faultsOf(device.cast(undated))).toEqual(["/ratedAt missing"]);
  expect(await faultsOf(device.cast(rating({ number: "17" })))).toEqual(["/number wrong_type"]);
  expect(await faultsOf(device.cast(rating({ visit: null })))).toEqual(["/visit wrong_type"]);
  const infinite = JSON.stringify(rating({ number: 7 })).replace(":7", ":1e400");
  const authorization = `Bearer ${device.token}`;
  const headers = { authorization, "content-type": "application/json" };
  const answer = api.request("POST", "/v1/ballots", { body: infinite, headers });
  expect(await faultsOf(answer)).toEqual(["/number wrong_type"]);
});

test("an item of a batch that is no object is told so", async () => {
  const { results } = await (await device.castAll([5, null, "x", []])).json();
  for (const { problem } of results) {
    expect(problem).toMatchObject({ errors: [{ pointer: "", code: "wrong_type" }] });
  }
});

test("a field whose name has no end is answered as the contract says, and not thrown back at its sender", async () => {
  const endless = { ["k".repeat(1_000_000)]: 1 };
  const answers = { kind: "levels", unit: "unit-001", level: "satisfied", questions: endless };
  const answer = await device.castAll([rating(endless), rating({ answers })]);
  const { results } = await answer.clone().json();
  const pointers = results.map(({ problem }: { problem: { errors: { pointer: string }[] } }) =>
    problem.errors.map(({ pointer }) => pointer),
  );
  expect(pointers).toEqual([[""], ["/answers/questions"]]);
  expect((await answer.text()).length).toBeLessThan(5000);
});
