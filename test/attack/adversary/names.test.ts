import { afterEach, beforeEach, expect, test } from "vitest";
import { seedCounty } from "../../support/county.ts";
import { problemOf } from "../../support/reading.ts";
import { createTestApp, type TestApp } from "../../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

const unit = { id: "unit-666", validFrom: "2020-01-01", agency: "agency-01", pool: "window" };

test.each([
  ["ends for a database before it ends for a reader", "\u0000局"],
  ["is read in the other direction", "\u202e局政财"],
  ["takes two lines", "财政局\r\n教育局"],
])("a name that %s is refused, and its field is named", async (_, name) => {
  await seedCounty(api);
  const units = [{ ...unit, name }];
  const problem = await problemOf(await api.asOrganiser("POST", "/v1/imports/units", { units }));
  expect(problem).toMatchObject({ status: 422, code: "invalid_body" });
  expect(problem.errors).toMatchObject([{ pointer: "/units/0/name", code: "control_character" }]);
});
