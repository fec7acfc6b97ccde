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

const send = (body: BodyInit, contentType = "application/json") =>
  api.request("POST", "/v1/ballots", {
    body,
    headers: { authorization: `Bearer ${device.token}`, "content-type": contentType },
  });

/** A rating whose visit reference holds these bytes. */
function spelled(visit: readonly number[]): Uint8Array<ArrayBuffer> {
  const [before = "", after = ""] = JSON.stringify(rating({ visit: "HERE" })).split("HERE");
  const utf8 = new TextEncoder();
  return Uint8Array.from([...utf8.encode(before), ...visit, ...utf8.encode(after)]);
}

test("two visits that are spelled in GBK are not one: what is not UTF-8 is refused, and can be mended", async () => {
  for (const visit of [
    [0xb0, 0xec],
    [0xb5, 0xc7],
  ]) {
    const answer = await send(spelled(visit));
    expect(await answer.json()).toMatchObject({ code: "malformed_json", retry: "after-fix" });
  }
  expect(await api.store.counting.cells("june")).toEqual([]);
});

test("a body that calls itself other than UTF-8 is refused, one that calls itself UTF-8 is not", async () => {
  const json = () => JSON.stringify(rating());
  expect((await send(json(), "application/json; charset=gbk")).status).toBe(415);
  expect((await send(json(), 'application/json; charset="UTF-16"')).status).toBe(415);
  expect((await send(json(), 'application/json; charset="utf-8"')).status).toBe(201);
  expect((await send(json(), "application/json;charset=UTF8")).status).toBe(201);
});
