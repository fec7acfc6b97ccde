import { join } from "node:path";
import { createClient } from "@libsql/client";
import { expect, test } from "vitest";
import { enrolDevice, rating } from "../../support/device.ts";
import { programme, seedRounds } from "../../support/seed.ts";
import { createTestApp } from "../../support/test-app.ts";

test("a code that outlives its round's time for ballots still rates once: one visitor cannot drive up the number of late ballots", async () => {
  const api = await createTestApp();
  await seedRounds(api.folder);
  const until = Date.parse("2020-06-15T00:00:00+08:00");
  for (const [file, table] of Object.entries({ registry: "round", urn: "gate" })) {
    const client = createClient({ url: `file:${join(api.folder, `${file}.db`)}`, timeout: 5000 });
    await client.execute(`UPDATE ${table} SET accepts_until_at = ${until}`);
    client.close();
  }
  const device = await enrolDevice(api, "device-01", { units: ["unit-001"] });
  const wanted = { unit: "unit-001", programme, visit: "A-0042" };
  const opened = await device.send("POST", "/v1/device/windows", wanted);
  const { token }: { token: string } = await opened.json();
  api.clock.set("2020-06-20T09:00:00+08:00");
  const rate = async () => {
    const { serial, answers } = rating();
    const answer = await device.send("POST", "/v1/window/ballots", { serial, answers }, token);
    return answer.json();
  };
  expect(await rate()).toMatchObject({ state: "late" });
  expect(await rate()).toMatchObject({ code: "visit_already_rated" });
  expect(api.place.held.has("visit-june")).toBe(false);
  await api.close();
});
