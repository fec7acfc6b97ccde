import { afterEach, beforeEach, expect, test } from "vitest";
import { enrolDevice, rating } from "../support/device.ts";
import { seedRounds } from "../support/seed.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  await seedRounds(api.folder);
});
afterEach(() => api.close());

const matter = (changes: object = {}) => rating({ instrument: "online-rating", ...changes });

test("a platform posts a rating for a matter with its optional questions, once", async () => {
  const platform = await enrolDevice(api, "portal", { kind: "platform" });
  const ballot = matter({
    visit: "matter-1",
    answers: {
      kind: "levels",
      unit: "unit-001",
      level: "dissatisfied",
      reasons: ["improve-guide"],
      questions: { guide: "unclear", interface: "friendly" },
    },
  });
  expect(await (await platform.cast(ballot)).json()).toMatchObject({ state: "counted" });
  const again = await platform.cast(matter({ visit: "matter-1" }));
  expect(await again.json()).toMatchObject({ code: "visit_already_rated" });
  const cells = await api.store.counting.cells("june");
  expect(new Set(cells.map(({ channel }) => channel))).toEqual(new Set(["platform"]));
  expect(cells.map(({ question }) => question).sort()).toEqual([
    "level",
    "question/guide",
    "question/interface",
    "reason",
  ]);
});

test("ratings that a platform fills in by itself are counted apart", async () => {
  const platform = await enrolDevice(api, "portal", { kind: "platform" });
  await platform.cast(matter({ channel: "system_default" }));
  await platform.cast(matter());
  const cells = await api.store.counting.cells("june");
  expect(cells.map(({ channel, count }) => [channel, count]).sort()).toEqual([
    ["platform", 1],
    ["system_default", 1],
  ]);
});

test("a rating device has no channel to choose, and a platform no window", async () => {
  const device = await enrolDevice(api, "device-01");
  const refused = await device.cast(rating({ channel: "system_default" }));
  expect(await refused.json()).toMatchObject({
    code: "off_instrument",
    errors: [{ pointer: "/channel" }],
  });
  const platform = await enrolDevice(api, "portal", { kind: "platform" });
  expect(await (await platform.cast(rating())).json()).toMatchObject({ code: "off_instrument" });
});
