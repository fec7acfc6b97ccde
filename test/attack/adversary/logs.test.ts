import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { assertionOf, enrolDevice, rating, requestToken } from "../../support/device.ts";
import { programme, seedRounds } from "../../support/seed.ts";
import { createTestApp, type TestApp } from "../../support/test-app.ts";
import { inFile } from "../rig.ts";

let api: TestApp;
const lines: string[] = [];
beforeEach(async () => {
  lines.length = 0;
  for (const level of ["error", "warn", "log", "info"] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void lines.push(words.join(" ")));
  }
  api = await createTestApp();
  await seedRounds(api.folder);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(api.folder, { recursive: true, force: true });
});

test("whatever fails, no log line holds a code, a token, a key, a serial, a visit, a number, a device or a word of an organiser", async () => {
  const device = await enrolDevice(api, "canary-device");
  const window = { unit: "unit-001", programme, visit: "canary visit" };
  const opened = await device.send("POST", "/v1/device/windows", window);
  const { token }: { token: string } = await opened.json();
  const ballot = rating({ visit: "canary visit", number: 424_242 });
  const { serial, answers } = ballot;
  const assertion = await assertionOf(api, "canary-device", device.key);

  // Both databases fail under everything that is asked of them.
  await inFile(api.folder, "registry.db", "DROP TABLE spent_assertion");
  await inFile(api.folder, "registry.db", "ALTER TABLE audit RENAME TO elsewhere");
  await inFile(api.folder, "registry.db", "DROP TABLE device_numbers");
  const failing = "SELECT RAISE(ABORT, 'broken')";
  await inFile(
    api.folder,
    "urn.db",
    `CREATE TRIGGER b BEFORE INSERT ON ballot BEGIN ${failing}; END`,
  );
  const beat = { deviceTime: "2020-06-01T09:00:00+08:00", backlog: 1 };
  const reason = { role: "canary role", reason: "canary reason" };
  const answersOf = [
    await requestToken(api, assertion),
    await device.cast(ballot),
    await device.send("POST", "/v1/window/ballots", { serial, answers }, token),
    await device.send("POST", "/v1/device/heartbeats", {
      ...beat,
      settled: [{ first: 424_242, last: 424_243 }],
    }),
    await api.asOrganiser("POST", "/v1/devices", { id: "canary-2", label: "canary label" }),
    await api.asOrganiser("POST", "/v1/devices/canary-device/revocation", reason),
  ];
  expect(answersOf.map(({ status }) => status)).toEqual([500, 503, 503, 200, 500, 500]);
  await expect(api.close()).rejects.toThrow("device_numbers"); // The heartbeat's numbers find no table.

  expect(lines.length).toBeGreaterThan(4);
  const log = lines.join("\n");
  const secrets = [
    device.enrolmentCode,
    device.token,
    token,
    assertion,
    serial,
    device.key.thumbprint,
  ];
  for (const secret of [...secrets, device.key.jwk.x ?? "", "canary", "424242", "unit-001"]) {
    expect(log).not.toContain(secret);
  }
});
