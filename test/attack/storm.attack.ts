import { afterEach, beforeEach, expect, test } from "vitest";
import { enrolDevice, rating, serialOf } from "../support/device.ts";
import { openJune } from "../support/june.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";
import { countersAndRecount, inUrn, pause } from "./rig.ts";

let api: TestApp;
let device: Awaited<ReturnType<typeof enrolDevice>>;
beforeEach(async () => {
  api = await createTestApp();
  device = await openJune(api);
});
afterEach(() => api.close());

type Device = typeof device;

const statesIn = async (folder: string) =>
  Object.fromEntries(
    (await inUrn(folder, "SELECT state, count(*) AS n FROM ballot GROUP BY 1")).map((row) => [
      row.state,
      row.n,
    ]),
  );

/** Many single ballots, a few under way at a time; `each` is told of every answer. */
async function storm(by: Device, count: number, each: (answer: Response) => void, token?: string) {
  let left = count;
  const sender = async () => {
    while (left > 0) {
      left -= 1;
      each(await by.send("POST", "/v1/ballots", rating(), token));
    }
  };
  await Promise.all(Array.from({ length: 16 }, sender));
}

async function expectAgreement() {
  const { counters, recount } = await countersAndRecount(api.folder);
  expect(counters).toEqual(recount);
}

test("the same serial with other bodies, in parallel and later: one ballot, the first stands", async () => {
  const first = new Map<string, string>();
  const variants = ["very-satisfied", "satisfied", "dissatisfied", "very-dissatisfied"];
  const attempts = Array.from({ length: 400 }, (_, index) => {
    const level = variants[index % 4];
    const answers = { kind: "levels", unit: "unit-001", level };
    return rating({ serial: serialOf(10_000 + (index % 20)), answers });
  });
  const cast = async (ballot: (typeof attempts)[number]) => {
    const answer = await device.cast(ballot);
    const body = await answer.json();
    const level = String(ballot.answers.level);
    if (answer.status === 201) {
      expect(first.get(ballot.serial) ?? level).toBe(level);
      first.set(ballot.serial, level);
    } else {
      expect(body.code).toBe("serial_reused");
    }
  };
  await Promise.all(attempts.map(cast));
  api.clock.set("2020-06-11T09:00:00+08:00");
  device = { ...device, cast: await laterCast(device) };
  await Promise.all(attempts.map(cast));
  expect(await statesIn(api.folder)).toEqual({ counted: 20 });
  expect(first.size).toBe(20);
  await expectAgreement();
});

async function laterCast(by: Device): Promise<Device["cast"]> {
  const token = await by.newToken();
  return (ballot) => by.send("POST", "/v1/ballots", ballot, token);
}

test("a ballot replayed after ten days is one ballot with the same receipt", async () => {
  const ballots = Array.from({ length: 100 }, () => rating());
  const before = await (await device.castAll(ballots)).json();
  api.clock.set("2020-06-11T09:00:00+08:00");
  const token = await device.newToken();
  const after = await device.send("POST", "/v1/ballots/batch", { ballots }, token);
  expect(await after.json()).toEqual(before);
  expect(await statesIn(api.folder)).toEqual({ counted: 100 });
});

test("a round closed in the middle of a storm: every ballot is either counted or late, as its receipt says", async () => {
  const said: Record<string, number> = {};
  const raging = storm(device, 2000, (answer) => {
    expect(answer.status).toBe(201);
    void answer.json().then(({ state }) => {
      said[state] = (said[state] ?? 0) + 1;
    });
  });
  await pause(300);
  const closed = await api.asOrganiser("POST", "/v1/rounds/june/close", {
    early: { role: "test", reason: "attack" },
  });
  expect(closed.status).toBe(200);
  await raging;
  expect(await statesIn(api.folder)).toEqual(said);
  expect(said.counted).toBeGreaterThan(0);
  expect(said.late).toBeGreaterThan(0);
  await expectAgreement();
});

test("a device revoked in the middle of a storm: nothing is accepted after the revocation was answered, and all it sent is set apart", async () => {
  let accepted = 0;
  const raging = storm(device, 2000, (answer) => {
    if (answer.status === 201) accepted += 1;
    else expect(answer.status).toBe(401);
  });
  await pause(300);
  const answer = await api.asOrganiser("POST", "/v1/devices/device-01/revocation", {
    role: "test",
    reason: "stolen",
    quarantineFrom: "2020-06-01",
  });
  expect(answer.status).toBe(200);
  const { quarantined } = await answer.json();
  expect((await device.cast(rating())).status).toBe(401);
  await raging;
  expect(quarantined).toBe(accepted);
  expect(await statesIn(api.folder)).toEqual({ quarantined: accepted });
  await expectAgreement();
});

test("ballots set apart and reinstated in the middle of a storm, while the round closes: the counters are the ballots throughout", async () => {
  const days = { from: "2020-06-01", to: "2020-06-01", role: "test", reason: "attack" };
  let accepted = 0;
  const raging = storm(device, 1500, (answer) => {
    expect(answer.status).toBe(201);
    accepted += 1;
  });
  for (let round = 0; round < 6; round += 1) {
    for (const what of ["quarantines", "reinstatements"]) {
      await pause(40);
      const moved = await api.asOrganiser("POST", `/v1/devices/device-01/${what}`, days);
      expect(moved.status).toBe(200);
      await expectAgreement();
    }
    if (round === 3) {
      const early = { early: { role: "test", reason: "attack" } };
      const closed = await api.asOrganiser("POST", "/v1/rounds/june/close", early);
      expect(closed.status).toBe(200);
    }
  }
  await raging;
  await expectAgreement();
  const { counted = 0, late = 0, quarantined = 0 } = Object(await statesIn(api.folder));
  expect([counted + late, quarantined]).toEqual([accepted, 0]);
});

test("a hundred devices at once after an outage of a day: all is stored once, and who must wait is told so", async () => {
  const devices: Device[] = [];
  for (let index = 0; index < 100; index += 1) {
    devices.push(await enrolDevice(api, `kiosk-${index}`));
  }
  let waits = 0;
  async function deliver(by: Device): Promise<void> {
    const ballots = Array.from({ length: 120 }, (_, index) => rating({ number: index + 1 }));
    for (;;) {
      const answer = await by.castAll(ballots);
      if (answer.status === 200) return;
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      waits += 1;
      await pause(20 + (waits % 50));
    }
  }
  await Promise.all(devices.map(deliver));
  expect(await statesIn(api.folder)).toEqual({ counted: 12_000 });
  await expectAgreement();
  console.log(`${waits} batches were told to wait`);
});
