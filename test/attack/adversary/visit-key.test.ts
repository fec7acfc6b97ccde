import { afterEach, beforeEach, expect, test } from "vitest";
import { rating } from "../../support/device.ts";
import { inUrn, later, openJune } from "../../support/june.ts";
import { read } from "../../support/reading.ts";
import { Stated } from "../../support/shapes.ts";
import { createTestApp, type TestApp } from "../../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

const visitKeys = () => [...api.place.held.keys()].filter((name) => name.startsWith("visit-"));

test("a late ballot brings no visit key back: nobody can ask the urn about a visit after the late window", async () => {
  const device = await openJune(api);
  await read(device.cast(rating({ visit: "A-17" })));
  expect(visitKeys()).toEqual(["visit-june"]);
  api.clock.set(later);
  await read(api.asOrganiser("POST", "/v1/rounds/june/close", {}));
  expect(visitKeys()).toEqual([]);
  const token = await device.newToken();
  const late = await read(
    device.send("POST", "/v1/ballots", rating({ visit: "A-18" }), token),
    Stated,
  );
  expect(late.state).toBe("late");
  expect(visitKeys()).toEqual([]);
  expect(await inUrn(api, "SELECT visit FROM ballot WHERE state = 'late'")).toEqual([
    { visit: null },
  ]);
});

test("the key of a round that was closed early dies with the first ballot after the late window", async () => {
  const device = await openJune(api);
  await read(device.cast(rating({ visit: "A-17" })));
  const early = { role: "committee", reason: "A test." };
  await read(api.asOrganiser("POST", "/v1/rounds/june/close", { early }));
  expect(visitKeys()).toEqual(["visit-june"]);
  api.clock.set(later);
  const token = await device.newToken();
  await read(device.send("POST", "/v1/ballots", rating({ visit: "A-18" }), token), Stated);
  expect(visitKeys()).toEqual([]);
});
